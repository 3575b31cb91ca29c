package io.beep.command.moderation;

import io.beep.command.moderation.ReportedMessages.ReportedMessage;
import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
import io.beep.coreapi.moderation.ReopenReport;
import io.beep.coreapi.moderation.ReportBookId;
import io.beep.coreapi.moderation.ReportError;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.moderation.ReportMember;
import io.beep.coreapi.moderation.ReportMessage;
import io.beep.coreapi.moderation.ReportTarget;
import io.beep.coreapi.moderation.ResolveReport;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes reports, puts each to the others about the same message or member, and answers them. */
public final class ReportDesk implements DecidesCommands {

  private static final String BY_WORDS = "words";

  private final Repository<Report> reports;
  private final ReportedMessages messages;
  private final AccessState access;

  public ReportDesk(Repository<Report> reports, ReportedMessages messages, AccessState access) {
    this.reports = reports;
    this.messages = messages;
    this.access = access;
  }

  @CommandHandler
  void decide(ReportMessage command) throws Exception {
    ReportedMessage message = messages.find(command.messageId());
    if (message == null || !access.sees(command.actor(), message.channelId())) {
      throw new DomainException(new CommonError.NotFound("message"));
    }
    access.requireInChannel(command.actor(), message.channelId(), Permission.VIEW_CHANNEL);
    requireSomebodyElse(command.actor(), message.authorId());
    file(
        new ReportFiled(
            message.serverId(),
            ReportTarget.MESSAGE.wireName(),
            command.messageId().value(),
            message.authorId(),
            message.channelId(),
            message.version(),
            command.actor(),
            command.category().wireName(),
            ReportRules.requireText(command.text())));
  }

  @CommandHandler
  void decide(ReportMember command) throws Exception {
    access.requireInServer(command.actor(), command.serverId(), Permission.VIEW_CHANNEL);
    requireSomebodyElse(command.actor(), command.userId());
    if (!access.isMember(command.userId(), command.serverId())) {
      throw new DomainException(new CommonError.NotFound("membership"));
    }
    file(
        new ReportFiled(
            command.serverId(),
            ReportTarget.MEMBER.wireName(),
            command.userId().value(),
            command.userId(),
            null,
            null,
            command.actor(),
            command.category().wireName(),
            ReportRules.requireText(command.text())));
  }

  @CommandHandler
  void decide(ResolveReport command) throws Exception {
    Aggregate<Report> report =
        requireJudged(command.serverId(), command.reportId(), command.actor());
    String note = ReportRules.requireNote(command.note());
    report.execute(book -> book.resolve(command, note));
  }

  @CommandHandler
  void decide(ReopenReport command) throws Exception {
    requireJudged(command.serverId(), command.reportId(), command.actor())
        .execute(book -> book.reopen(command));
  }

  /** Whoever does not see where it was said must not learn either that it was reported. */
  private Aggregate<Report> requireJudged(ServerId serverId, ReportId reportId, UserId actor)
      throws Exception {
    access.requireInServer(actor, serverId, Permission.MANAGE_MESSAGES);
    Aggregate<Report> report = reports.load(new ReportBookId(serverId, reportId).toString());
    ReportFiled about = report.invoke(Report::last);
    if (about.channelId() != null && !access.sees(actor, about.channelId())) {
      throw new DomainException(new CommonError.NotFound("report"));
    }
    if (about.accusedId().equals(actor) && !access.isOwner(actor, serverId)) {
      throw new DomainException(new ReportError.Oneself());
    }
    return report;
  }

  /** For the word filter of the server. */
  public void file(ChannelPlace place, MessageId messageId, UserId author, long version) {
    try {
      file(
          new ReportFiled(
              place.serverId(),
              ReportTarget.MESSAGE.wireName(),
              messageId.value(),
              author,
              place.channelId(),
              version,
              null,
              BY_WORDS,
              null));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("reports cannot be loaded", e);
    }
  }

  private static void requireSomebodyElse(UserId actor, UserId accused) {
    if (actor.equals(accused)) {
      throw new DomainException(new ReportError.Oneself());
    }
  }

  private void file(ReportFiled report) throws Exception {
    ReportBookId id = new ReportBookId(report.serverId(), new ReportId(report.targetId()));
    reports.loadOrCreate(id.toString(), Report::new).execute(book -> book.file(report));
  }
}
