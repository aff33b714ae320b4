package avalanche.victim.order;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the container answer what it refuses itself as the service answers every other error. */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsAsProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(RefusalValve.class.getName());
            }
        });
    }
}
