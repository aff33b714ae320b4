package avalanche.victim.order;

import avalanche.victim.map.SnapshotExpired;
import avalanche.victim.setting.InvalidSetting;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as an RFC 9457 problem. */
@RestControllerAdvice
@RestController
class Problems extends ResponseEntityExceptionHandler implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = invalid.getBindingResult().getFieldErrors().stream().map(Problems::error)
                .toList();
        invalid.getBody().setProperty("errors", errors);
        return handleExceptionInternal(invalid, null, headers, status, request);
    }

    private static Map<String, String> error(FieldError error) {
        String message = error.getDefaultMessage();
        return Map.of("field", error.getField(), "message", message == null ? "not valid" : message);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> invalid(InvalidSetting invalid, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
        problem.setProperty("field", invalid.field());
        problem.setProperty("value", invalid.value());
        problem.setProperty("allowed", invalid.allowed());
        return handleExceptionInternal(invalid, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (clientIsGone(failure)) {
            LOG.debug("the client went away in the middle of the answer", failure);
            return null;
        }
        LOG.error("request failed", failure);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return handleExceptionInternal(failure, ProblemDetail.forStatus(status), new HttpHeaders(), status, request);
    }

    /** Whether the answer could not be written: there is nobody to tell then. */
    private static boolean clientIsGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    /** A walk had to give way to writes: a problem 503 where nothing was sent yet, else the connection is cut. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> expired(SnapshotExpired expired, WebRequest request, HttpServletResponse response) {
        LOG.warn("{}", expired.getMessage());
        if (response.isCommitted()) {
            throw expired;
        }
        response.reset();
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, expired.getMessage());
        return handleExceptionInternal(expired, problem, new HttpHeaders(), status, request);
    }

    /** What the container refused before it reached a controller. */
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer known ? known : 404);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(ProblemDetail
                .forStatus(status));
    }
}
