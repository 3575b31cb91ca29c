package io.beep.query.shared;

import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationCodes;
import io.beep.coreapi.invitation.RandomInvitationCodes;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.readmodel.shared.ProcessingGroups;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model with what a test puts into it, as projections would have. */
public final class World implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final int CONNECTIONS = 3;

  private final TestDatabase database = TestPostgres.database("read_model");
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
  private final IdGenerator ids = new UuidV7Generator(CLOCK, new Random(1));
  private final InvitationCodes codes = new RandomInvitationCodes(new Random(1));
  private final ConnectionPool pool;
  private final ReadModel readModel;
  private final ReadBarrier barrier;

  public World() {
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas("read_model")
        .locations("classpath:db/read-model")
        .load()
        .migrate();
    pool = pool(database);
    readModel = new ReadModel(pool);
    barrier = new ReadBarrier(readModel);
    reached(ProcessingGroups.DIRECTORY, 100);
    reached(ProcessingGroups.TIMELINE, 100);
    reached(ProcessingGroups.AUDIT, 100);
  }

  private static ConnectionPool pool(TestDatabase database) {
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(
                new PostgresqlConnectionFactory(
                    PostgresqlConnectionConfiguration.builder()
                        .host(database.host())
                        .port(database.port())
                        .database(database.name())
                        .schema(database.schema())
                        .username(database.user())
                        .password(database.password())
                        .build()))
            .maxSize(CONNECTIONS)
            .maxAcquireTime(Duration.ofSeconds(1))
            .build());
  }

  public ReadModel readModel() {
    return readModel;
  }

  public ReadBarrier barrier() {
    return barrier;
  }

  public ConnectionPool pool() {
    return pool;
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  public UUID nextId() {
    return ids.next();
  }

  public void reached(String processor, long position) {
    jdbc.update(
        """
        insert into projection_position values (?, 0, ?)
        on conflict (processor, segment) do update set position = excluded.position
        """,
        processor,
        position);
  }

  public UserId user(String username) {
    UserId user = new UserId(nextId());
    jdbc.update(
        "insert into user_profile values (?, ?, ?)",
        user.value(),
        username,
        username + " the Great");
    return user;
  }

  public ServerId publicServer(UserId owner) {
    return server(owner, "public", "A server", null);
  }

  public ServerId privateServer(UserId owner) {
    return server(owner, "private", "A server", null);
  }

  /** With its owner as a member. */
  public ServerId server(
      UserId owner, String visibility, String name, @Nullable String description) {
    ServerId server = new ServerId(nextId());
    jdbc.update(
        "insert into server values (?, ?, ?, ?, ?, 0, now())",
        server.value(),
        owner.value(),
        name,
        description,
        visibility);
    jdbc.update(
        "insert into role (id, server_id, permissions, name) values (?, ?, ?, '@everyone')",
        server.value(),
        server.value(),
        names(Permissions.DEFAULT_FOR_EVERYONE));
    member(server, owner);
    return server;
  }

  /** As its owner does; final a week later. */
  public void delete(ServerId server) {
    jdbc.update(
        """
        with gone as (delete from server where id = ? returning *)
        insert into deleted_server (id, owner_id, name, deleted_at, final_at, held)
        select id, owner_id, name, ?, ?, to_jsonb(gone) from gone
        """,
        server.value(),
        NOW.atOffset(ZoneOffset.UTC),
        NOW.plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC));
  }

  public void everyoneMay(ServerId server, PermissionSet permissions) {
    jdbc.update("update role set permissions = ? where id = ?", names(permissions), server.value());
  }

  public RoleId role(ServerId server, Permission... permissions) {
    return role(server, "role", null, 0, permissions);
  }

  public RoleId role(
      ServerId server, String name, @Nullable String colour, int rank, Permission... permissions) {
    RoleId role = new RoleId(nextId());
    jdbc.update(
        "insert into role (id, server_id, permissions, name, colour, rank)"
            + " values (?, ?, ?, ?, ?, ?)",
        role.value(),
        server.value(),
        names(PermissionSet.of(permissions)),
        name,
        colour,
        rank);
    return role;
  }

  public void member(ServerId server, UserId user, RoleId... roles) {
    jdbc.update(
        "insert into membership (server_id, user_id, roles, joined_at)"
            + " values (?, ?, ?, clock_timestamp())",
        server.value(),
        user.value(),
        Arrays.stream(roles).map(RoleId::value).toArray(UUID[]::new));
    jdbc.update("update server set member_count = member_count + 1 where id = ?", server.value());
  }

  public void timedOut(ServerId server, UserId user, Instant until) {
    jdbc.update(
        "update membership set timed_out_until = ? where server_id = ? and user_id = ?",
        until.atOffset(ZoneOffset.UTC),
        server.value(),
        user.value());
  }

  /** At {@link #NOW}. */
  public void ban(ServerId server, UserId user, @Nullable String reason, UserId by) {
    jdbc.update(
        "insert into ban values (?, ?, ?, ?, ?)",
        server.value(),
        user.value(),
        reason,
        by.value(),
        NOW.atOffset(ZoneOffset.UTC));
  }

  /** Made at once, and later than those made before. */
  public InvitationCode invitation(
      ServerId server,
      UserId inviter,
      int uses,
      @Nullable Integer maxUses,
      @Nullable Instant expiresAt) {
    InvitationCode code = codes.next();
    jdbc.update(
        "insert into invitation (code, server_id, inviter_id, uses, max_uses, expires_at,"
            + " created_at) values (?, ?, ?, ?, ?, ?, clock_timestamp())",
        code.value(),
        server.value(),
        inviter.value(),
        uses,
        maxUses,
        expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
    return code;
  }

  public ChannelId channel(ServerId server) {
    return channel(server, "text", null);
  }

  /** In a folder it is synced with it. */
  public ChannelId channel(ServerId server, String type, @Nullable ChannelId folder) {
    ChannelId channel = new ChannelId(nextId());
    jdbc.update(
        "insert into channel values (?, ?, ?, ?, ?, null, now(), ?, ?)",
        channel.value(),
        server.value(),
        "channel",
        type,
        folder == null ? null : folder.value(),
        folder != null,
        ChannelOrder.first(channel));
    return channel;
  }

  /** A channel that only the owner and those allowed later see. */
  public ChannelId hiddenChannel(ServerId server) {
    ChannelId channel = channel(server);
    hide(channel, server);
    return channel;
  }

  public void hide(ChannelId channel, ServerId server) {
    overwrite(
        channel,
        server,
        "role",
        server.value(),
        PermissionSet.NONE,
        PermissionSet.of(Permission.VIEW_CHANNEL));
  }

  public void overwrite(
      ChannelId channel,
      ServerId server,
      String kind,
      UUID target,
      PermissionSet allow,
      PermissionSet deny) {
    jdbc.update(
        "insert into channel_overwrite values (?, ?, ?, ?, ?, ?)",
        channel.value(),
        kind,
        target,
        server.value(),
        names(allow),
        names(deny));
  }

  public void place(ChannelId channel, String place, int slowMode) {
    jdbc.update(
        "update channel set place = ?, slow_mode = ? where id = ?",
        place,
        slowMode,
        channel.value());
  }

  /** From now on its own overwrites count, of which it may have none. */
  public void unsync(ChannelId channel) {
    jdbc.update("update channel set synced = false where id = ?", channel.value());
  }

  public MessageId message(ChannelId channel, UserId author, String content) {
    MessageId message = new MessageId(nextId());
    jdbc.update(
        "insert into message (channel_id, id, server_id, author_id, content, created_at)"
            + " select id, ?, server_id, ?, ?, now() from channel where id = ?",
        message.value(),
        author.value(),
        content,
        channel.value());
    return message;
  }

  /** Happens so many seconds after {@link #NOW}. */
  public void act(
      ServerId server,
      long position,
      UserId actor,
      String action,
      String targetKind,
      String targetId,
      @Nullable String targetName) {
    jdbc.update(
        """
        insert into audit_entry (server_id, position, at, actor_id, action, target_kind, target_id,
          target_name, subject_kind, subject_id, channel_id, before, after)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, '{"name": "old", "permissions": ["SPEAK"]}', null)
        """,
        server.value(),
        position,
        NOW.plusSeconds(position).atOffset(ZoneOffset.UTC),
        actor.value(),
        action,
        targetKind,
        targetId,
        targetName,
        targetKind,
        targetId,
        targetKind.equals("channel") ? targetId : null);
  }

  /** What the audit log knows of a thing. */
  public void subject(
      ServerId server, String kind, String id, @Nullable String holder, String json) {
    jdbc.update(
        "insert into audit_subject values (?, ?, ?, ?, ?::jsonb, false, 0)",
        server.value(),
        kind,
        id,
        holder,
        json);
  }

  public void delete(MessageId message) {
    jdbc.update("delete from message where id = ?", message.value());
  }

  private static String[] names(PermissionSet permissions) {
    return permissions.names().toArray(String[]::new);
  }

  @Override
  public void close() {
    barrier.close();
    pool.dispose();
  }
}
