package io.beep.identity.token;

import io.beep.identity.shared.Problem;
import io.beep.identity.shared.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is wrong with a request of a client to {@code /oauth2/token} or {@code /oauth2/revoke}
 * in the words of RFC 6749, section 5.2, and RFC 7009, section 2.2.1: {@code {"error":
 * "invalid_request", …}} with 400. The framework knows a public client by its code verifier alone;
 * a request that lacks one is nobody's to it, and would be asked to sign in.
 *
 * <p>What is complete goes on to the framework. So does a client that presents itself in another
 * way than ours do, which the framework answers with {@code invalid_client}.
 */
final class ClientRequests extends OncePerRequestFilter {

  private static final String TOKEN = "/oauth2/token";
  private static final Set<String> PATHS = Set.of(TOKEN, "/oauth2/revoke");
  private static final JsonMapper JSON = new JsonMapper();

  /** For a request that must have each of these once. */
  private static final List<String> FOR_TOKEN =
      List.of(
          OAuth2ParameterNames.CLIENT_ID,
          OAuth2ParameterNames.CODE,
          PkceParameterNames.CODE_VERIFIER);

  private static final List<String> FOR_REVOCATION =
      List.of(OAuth2ParameterNames.CLIENT_ID, OAuth2ParameterNames.TOKEN);

  private record Fault(String error, String description) {}

  static boolean isOne(HttpServletRequest request) {
    return PATHS.contains(request.getRequestURI());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !isOne(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader(HttpHeaders.ALLOW, "POST");
      Problems.write(
          request,
          response,
          Problem.of(
              HttpStatus.METHOD_NOT_ALLOWED, "method.not-allowed", "This cannot be done here."));
      return;
    }
    Fault fault = fault(request);
    if (fault == null) {
      chain.doFilter(request, response);
    } else {
      refuse(response, fault);
    }
  }

  private static @Nullable Fault fault(HttpServletRequest request) {
    if (presentsItselfOtherwise(request)) {
      return null;
    }
    if (request.getQueryString() != null) {
      return new Fault(
          OAuth2ErrorCodes.INVALID_REQUEST, "parameters belong into the body, not the address");
    }
    if (!request.getRequestURI().equals(TOKEN)) {
      return missing(request, FOR_REVOCATION);
    }
    Fault noGrant = missing(request, List.of(OAuth2ParameterNames.GRANT_TYPE));
    if (noGrant != null) {
      return noGrant;
    }
    String grant = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
    return AuthorizationGrantType.AUTHORIZATION_CODE.getValue().equals(grant)
        ? missing(request, FOR_TOKEN)
        : new Fault(
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            "grant_type must be " + AuthorizationGrantType.AUTHORIZATION_CODE.getValue());
  }

  private static boolean presentsItselfOtherwise(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) != null;
  }

  private static @Nullable Fault missing(HttpServletRequest request, List<String> parameters) {
    for (String name : parameters) {
      String[] values = request.getParameterValues(name);
      if (values == null || values.length != 1 || values[0].isBlank()) {
        return new Fault(OAuth2ErrorCodes.INVALID_REQUEST, name + " must be there, and only once");
      }
    }
    return null;
  }

  private static void refuse(HttpServletResponse response, Fault fault) throws IOException {
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("error", fault.error(), "error_description", fault.description()));
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
