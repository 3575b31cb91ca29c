package io.beep.identity.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has every line of the log name the request that it is about, as the gateway named it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestLogFilter extends OncePerRequestFilter {

  private static final String HEADER = "X-Request-Id";
  private static final String FIELD = "requestId";

  /** What a gateway gives; anything else is not for a log. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = request.getHeader(HEADER);
    if (id == null || !SANE.matcher(id).matches()) {
      chain.doFilter(request, response);
      return;
    }
    try (var _ = MDC.putCloseable(FIELD, id)) {
      chain.doFilter(request, response);
    }
  }
}
