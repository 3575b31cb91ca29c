package io.beep.app.gatewaynode;

import io.beep.app.distributed.Node;
import io.beep.app.distributed.NodeOperations;
import io.beep.app.distributed.Settings;
import io.beep.app.operations.health.HealthMonitor;
import io.beep.gateway.GatewayConfiguration;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and ends a node that speaks HTTP. */
public final class GatewayNode {

  private static final int USUAL_PORT = 8080;

  private GatewayNode() {}

  public static void main(String[] arguments) {
    Node.main("gateway-node", GatewayNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    Map<String, Object> properties = properties(settings);
    ConfigurableApplicationContext core = node.start(GatewayNodeConfiguration.class, settings);
    node.started(
        node.context(GatewayConfiguration.class, WebApplicationType.REACTIVE, properties)
            .properties("spring.config.name=gateway")
            .parent(core)
            .run());
    NodeOperations.start(node, settings, core, core.getBean(HealthMonitor.class));
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.port("BEEP_PORT", USUAL_PORT));
    properties.put("beep.public-url", settings.url("BEEP_PUBLIC_URL").toString());
    properties.put("beep.identity-url", settings.url("BEEP_IDENTITY_URL").toString());
    properties.put("beep.web-dir", settings.text("BEEP_WEB_DIR", "web"));
    properties.put("beep.limits", settings.isOn("BEEP_LIMITS", true) ? "on" : "off");
    properties.put("beep.trusted-proxies", settings.text("BEEP_TRUSTED_PROXIES", ""));
    return properties;
  }
}
