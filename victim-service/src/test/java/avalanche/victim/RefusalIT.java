package avalanche.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Requests that no HTTP client would send: the container refuses them before a controller sees them. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalIT {
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() {
        service = SpringApplication.run(VictimApplication.class, "--server.address=127.0.0.1", "--server.port=0",
                "--victim.management.port=0");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET /orders/%zz HTTP/1.1 | Host: a | 400",
        "GET /orders/%00 HTTP/1.1 | Host: a | 400",
        "GET /orders/a%2Fb HTTP/1.1 | Host: a | 400", "GET /orders/1 HTTP/1.1 | Host: a:b:c | 400",
        "GET /orders/{1} HTTP/1.1 | Host: a | 400", "GET /orders/1 HTTP/9.9 | Host: a | 505",
        "TRACE /orders/1 HTTP/1.1 | Host: a | 405"})
    void areAnsweredWithAProblemToo(String line, String header, int status) throws IOException {
        String answer = answer(line + "\r\n" + header + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json")
                .contains("\"status\":" + status).doesNotContain("<html");
    }

    private String answer(String request) throws IOException {
        int port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
