package io.beep.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** One file that the pages need, kept by browsers for a year: its address changes with it. */
class AssetEndpoint implements HttpRequestHandler {

  private final byte[] content;
  private final String contentType;

  AssetEndpoint(String name, String contentType) {
    this.content = Template.bytes("assets/" + name);
    this.contentType = contentType;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(contentType);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
