package avalanche.victim.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatientStreamTest {
    @Test
    void passesEverythingOnWhileItsReaderStays() throws IOException {
        ByteArrayOutputStream reader = new ByteArrayOutputStream();
        try (PatientStream stream = new PatientStream(reader)) {
            stream.write('a');
            stream.write(new byte[]{'b', 'c'});
        }
        assertThat(reader.toString(StandardCharsets.US_ASCII)).isEqualTo("abc");
    }

    @Test
    void asksAReaderThatHasGoneOnceOnly() throws IOException {
        Gone gone = new Gone();
        try (PatientStream stream = new PatientStream(gone)) {
            for (int i = 0; i < 100; i++) {
                stream.write(new byte[10]);
            }
        }
        assertThat(gone.asked).isEqualTo(1);
    }

    private static final class Gone extends OutputStream {
        private int asked;

        @Override
        public void write(int b) throws IOException {
            asked++;
            throw new IOException("broken pipe");
        }
    }
}
