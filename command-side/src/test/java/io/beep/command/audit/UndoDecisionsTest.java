package io.beep.command.audit;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.RepeatUndo;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ServerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndoDecisionsTest {

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void shouldUndoNothingTwice() {
    ServerId server = given.privateServerOf(ADA).id();

    assertThat(given.refusalOf(new RepeatUndo(server, ADA, 7)))
        .isEqualTo(new AuditError.UndoneAlready());
    assertThat(given.refusalOf(new RepeatUndo(server, STRANGER, 7)))
        .isEqualTo(new CommonError.NotFound("server"));
    ServerId open = given.publicServerOf(ADA).id();
    given.member(GRACE, open);
    assertThat(given.refusalOf(new RepeatUndo(open, GRACE, 7)))
        .isEqualTo(new CommonError.Forbidden("VIEW_AUDIT_LOG"));
  }
}
