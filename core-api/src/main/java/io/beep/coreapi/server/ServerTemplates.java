package io.beep.coreapi.server;

import static io.beep.coreapi.shared.permission.Permission.BAN_MEMBERS;
import static io.beep.coreapi.shared.permission.Permission.CREATE_INVITE;
import static io.beep.coreapi.shared.permission.Permission.KICK_MEMBERS;
import static io.beep.coreapi.shared.permission.Permission.MANAGE_CHANNELS;
import static io.beep.coreapi.shared.permission.Permission.MANAGE_MESSAGES;
import static io.beep.coreapi.shared.permission.Permission.MOVE_MEMBERS;
import static io.beep.coreapi.shared.permission.Permission.MUTE_MEMBERS;
import static io.beep.coreapi.shared.permission.Permission.PIN_MESSAGES;
import static io.beep.coreapi.shared.permission.Permission.TIMEOUT_MEMBERS;
import static io.beep.coreapi.shared.permission.Permission.VIEW_AUDIT_LOG;

import io.beep.coreapi.server.TemplateView.TemplateChannel;
import io.beep.coreapi.server.TemplateView.TemplateRole;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every template, word by word. A server is born with a copy: what is changed here changes no
 * server that there is.
 */
public final class ServerTemplates {

  private static final String CORAL = "#e0674c";
  private static final String GREEN = "#3f9d6b";
  private static final String BLUE = "#3d7fd1";
  private static final String VIOLET = "#8a63c9";

  private ServerTemplates() {}

  /**
   * @param language of the names; of one that is not known they are English
   */
  public static TemplatePage all(String language) {
    return new TemplatePage(
        Arrays.stream(ServerTemplate.values()).map(template -> of(template, language)).toList());
  }

  /**
   * @param language as above
   */
  public static TemplateView of(ServerTemplate template, String language) {
    Draft draft = new Draft(template, language.equals("fr"));
    switch (template) {
      case BLANK ->
          draft
              .called("Blank", "Vierge")
              .about(
                  "A text and a voice channel. The rest is up to you.",
                  "Un salon textuel et un salon vocal. Le reste est à vous.")
              .text("general", "général")
              .voice("lounge", "salon");
      case FRIENDS ->
          draft
              .called("Friends", "Entre amis")
              .about(
                  "A small circle that talks, plans and sits together.",
                  "Un petit cercle qui discute, s’organise et se retrouve.")
              .role(
                  "Hosts",
                  "Hôtes",
                  CORAL,
                  CREATE_INVITE,
                  PIN_MESSAGES,
                  MANAGE_MESSAGES,
                  KICK_MEMBERS)
              .text("general", "général")
              .folder("Together", "Ensemble")
              .text("plans", "projets")
              .text("photos", "photos")
              .text("music", "musique")
              .folder("Voice", "Vocal")
              .voice("living room", "au salon")
              .voice("movie night", "soirée film");
      case STUDY_GROUP ->
          draft
              .called("Study group", "Groupe d’étude")
              .about(
                  "Courses, questions and quiet rooms to work in.",
                  "Des cours, des questions et des salles calmes pour travailler.")
              .role(
                  "Teachers",
                  "Enseignants",
                  VIOLET,
                  CREATE_INVITE,
                  MANAGE_CHANNELS,
                  MANAGE_MESSAGES,
                  PIN_MESSAGES,
                  MUTE_MEMBERS,
                  TIMEOUT_MEMBERS)
              .role("Students", "Étudiants", BLUE, CREATE_INVITE)
              .text("welcome", "bienvenue")
              .text("general", "général")
              .folder("Courses", "Cours")
              .text("questions", "questions")
              .text("homework", "devoirs")
              .text("material", "documents")
              .hidden("teachers", "enseignants")
              .folder("Study rooms", "Salles d’étude")
              .voice("quiet room", "salle calme")
              .voice("group work", "travail en groupe");
      case OPEN_SOURCE ->
          draft
              .called("Open-source project", "Projet libre")
              .about(
                  "Users get help, contributors talk, maintainers have a room.",
                  "De l’aide pour les utilisateurs, des échanges entre contributeurs.")
              .role(
                  "Maintainers",
                  "Mainteneurs",
                  CORAL,
                  CREATE_INVITE,
                  MANAGE_CHANNELS,
                  MANAGE_MESSAGES,
                  PIN_MESSAGES,
                  KICK_MEMBERS,
                  BAN_MEMBERS,
                  TIMEOUT_MEMBERS,
                  VIEW_AUDIT_LOG)
              .role("Contributors", "Contributeurs", GREEN, CREATE_INVITE, PIN_MESSAGES)
              .text("announcements", "annonces")
              .text("general", "général")
              .folder("Support", "Entraide")
              .text("help", "aide")
              .text("ideas", "idées")
              .folder("Development", "Développement")
              .text("development", "développement")
              .text("reviews", "relectures")
              .text("builds", "intégration")
              .hidden("maintainers", "mainteneurs")
              .voice("community call", "appel de la communauté");
      case GAMING ->
          draft
              .called("Gaming team", "Équipe de jeu")
              .about(
                  "Find a group, plan the next match, talk while you play.",
                  "Trouver un groupe, préparer le match, parler en jouant.")
              .role(
                  "Captains",
                  "Capitaines",
                  CORAL,
                  CREATE_INVITE,
                  MANAGE_MESSAGES,
                  MUTE_MEMBERS,
                  MOVE_MEMBERS,
                  KICK_MEMBERS)
              .role("Players", "Joueurs", BLUE, CREATE_INVITE)
              .text("general", "général")
              .folder("Game", "Jeu")
              .text("looking for group", "recherche de groupe")
              .text("strategy", "stratégie")
              .text("clips", "extraits")
              .folder("Voice", "Vocal")
              .voice("lobby", "accueil")
              .voice("team 1", "équipe 1")
              .voice("team 2", "équipe 2");
    }
    return draft.done();
  }

  /** A template that is being written down, in one of two languages. */
  private static final class Draft {

    private final ServerTemplate template;
    private final boolean french;
    private final List<TemplateRole> roles = new ArrayList<>();
    private final List<TemplateChannel> channels = new ArrayList<>();
    private String name = "";
    private String about = "";
    private @Nullable String folder;

    Draft(ServerTemplate template, boolean french) {
      this.template = template;
      this.french = french;
    }

    private String of(String inEnglish, String inFrench) {
      return french ? inFrench : inEnglish;
    }

    Draft called(String inEnglish, String inFrench) {
      name = of(inEnglish, inFrench);
      return this;
    }

    Draft about(String inEnglish, String inFrench) {
      about = of(inEnglish, inFrench);
      return this;
    }

    Draft role(String inEnglish, String inFrench, String colour, Permission... permissions) {
      roles.add(new TemplateRole(of(inEnglish, inFrench), colour, PermissionSet.of(permissions)));
      return this;
    }

    /** What follows lies in it. */
    Draft folder(String inEnglish, String inFrench) {
      String called = of(inEnglish, inFrench);
      channels.add(new TemplateChannel(called, "folder", null, false));
      folder = called;
      return this;
    }

    Draft text(String inEnglish, String inFrench) {
      return channel(of(inEnglish, inFrench), "text", false);
    }

    Draft voice(String inEnglish, String inFrench) {
      return channel(of(inEnglish, inFrench), "voice", false);
    }

    Draft hidden(String inEnglish, String inFrench) {
      return channel(of(inEnglish, inFrench), "text", true);
    }

    private Draft channel(String called, String type, boolean isHidden) {
      channels.add(new TemplateChannel(called, type, folder, isHidden));
      return this;
    }

    TemplateView done() {
      return new TemplateView(template, name, about, roles, channels);
    }
  }
}
