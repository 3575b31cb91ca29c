package io.beep.app.identitynode;

import io.beep.app.distributed.Databases;
import io.beep.app.distributed.InternalSecret;
import io.beep.app.distributed.Node;
import io.beep.app.distributed.NodeOperations;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.operations.health.HttpCheck;
import io.beep.app.operations.health.Part;
import io.beep.identity.IdentityConfiguration;
import io.beep.identity.api.Registrations;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and ends a node that signs people in. Only gateways may reach its ports. */
public final class IdentityNode {

  private static final int USUAL_PORT = 9000;
  private static final int USUAL_INTERNAL_PORT = 9001;

  private static final String ANY = "0.0.0.0";

  private IdentityNode() {}

  public static void main(String[] arguments) {
    Node.main("identity-node", IdentityNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    String secret = InternalSecret.of(settings);
    Map<String, Object> properties = properties(settings);
    ConfigurableApplicationContext core = node.start(IdentityNodeConfiguration.class, settings);
    ConfigurableApplicationContext identity =
        node.started(
            node.context(IdentityConfiguration.class, WebApplicationType.SERVLET, properties)
                .properties("spring.config.name=identity")
                .parent(core)
                .run());
    node.started(
        RegistrationServer.start(
            settings.port("BEEP_INTERNAL_PORT", USUAL_INTERNAL_PORT),
            secret,
            identity.getBean(Registrations.class)));
    NodeOperations.start(
        node,
        settings,
        core,
        List.of(
            core.getBean(AxonServerLink.class).part(),
            Part.required("sign-in", node.started(new HttpCheck(keys(settings, identity))))));
  }

  /** What the gateways ask for too: answered for as long as it serves. */
  private static URI keys(Settings settings, ConfigurableApplicationContext identity) {
    String address = settings.text("BEEP_BIND", ANY);
    return URI.create(
        "http://"
            + (address.equals(ANY) ? "127.0.0.1" : address)
            + ":"
            + identity.getEnvironment().getProperty("local.server.port")
            + "/oauth2/jwks");
  }

  private static Map<String, Object> properties(Settings settings) {
    Databases database = Databases.of(settings);
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.text("BEEP_BIND", ANY));
    properties.put("server.port", settings.port("BEEP_PORT", USUAL_PORT));
    properties.put("beep.public-url", settings.url("BEEP_PUBLIC_URL").toString());
    properties.put("beep.limits", settings.isOn("BEEP_LIMITS", true) ? "on" : "off");
    properties.put("beep.identity.jdbc-url", database.jdbcUrl("identity"));
    properties.put("beep.identity.user", database.user());
    properties.put("beep.identity.password", database.password());
    return properties;
  }
}
