package io.beep.query.user;

import static io.beep.query.shared.Refused.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.FindUserByName;
import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.UserView;
import io.beep.query.shared.World;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserQueriesIT {

  private final World world = new World();
  private final UserQueries queries = new UserQueries(world.readModel(), world.barrier());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldNameWhoIsKnownAndLeaveOutWhoIsNot() {
    UserId ada = world.user("ada");
    world.user("grace");

    assertThat(
            answered(queries.answer(new FindUsers(Set.of(ada, new UserId(world.nextId()))), null))
                .users())
        .containsExactly(new UserView(ada, "ada", "ada the Great", null));
  }

  @Test
  void shouldFindWhoBearsANameHoweverItIsWritten() {
    UserId ada = world.user("ada");
    world.jdbc().update("update user_profile set picture_id = 'aa' where id = ?", ada.value());

    for (String name : List.of("ada", "ADA", " @Ada ")) {
      assertThat(queries.answer(new FindUserByName(name), null).join().users())
          .containsExactly(new UserView(ada, "ada", "ada the Great", "/api/pictures/aa/256"));
    }
    assertThat(queries.answer(new FindUserByName("ad"), null).join().users()).isEmpty();
    assertThat(queries.answer(new FindUserByName("a%"), null).join().users()).isEmpty();
  }
}
