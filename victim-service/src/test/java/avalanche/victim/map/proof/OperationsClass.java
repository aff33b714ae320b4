package avalanche.victim.map.proof;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import avalanche.victim.map.OrderMapProvider;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;

/**
 * A class of operations for one provider, made at run time: Lincheck makes its objects by a constructor without
 * arguments, so the provider is in the class.
 */
final class OperationsClass {
    private OperationsClass() {}

    /**
     * {@code public final class … extends OPERATIONS { public …() { super(PROVIDER); } }}.
     *
     * @throws IllegalArgumentException where the provider is no constant of a public enum, which is how the class names it
     */
    static Class<?> of(OrderMapProvider provider, Class<? extends MapOperations> operations) {
        if (!(provider instanceof Enum<?> constant)) {
            throw new IllegalArgumentException("provider '" + provider.id() + "' is a " + provider.getClass().getName()
                    + "; allowed: constants of an enum; make it one");
        }
        String name = operations.getName() + "Of" + constant.getDeclaringClass().getSimpleName() + constant.name();
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException _) {
            return made(name, constant, operations);
        }
    }

    private static Class<?> made(String name, Enum<?> provider, Class<?> operations) {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(name), made -> made.withFlags(ACC_PUBLIC | ACC_FINAL)
                .withSuperclass(ClassDesc.of(operations.getName()))
                .withMethodBody(INIT_NAME, MethodTypeDesc.of(CD_void), ACC_PUBLIC, code -> construct(code, provider,
                        operations)));
        try {
            return MethodHandles.lookup().defineClass(bytes);
        } catch (IllegalAccessException inaccessible) {
            throw new AssertionError("no class can be put beside " + operations, inaccessible);
        }
    }

    private static void construct(CodeBuilder code, Enum<?> provider, Class<?> operations) {
        ClassDesc owner = ClassDesc.of(provider.getDeclaringClass().getName());
        code.aload(0).getstatic(owner, provider.name(), owner).invokespecial(ClassDesc.of(operations.getName()),
                INIT_NAME, MethodTypeDesc.of(CD_void, ClassDesc.of(OrderMapProvider.class.getName()))).return_();
    }
}
