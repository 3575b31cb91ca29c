package io.beep.app.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A random secret that a server and its clients share, in a file that only the owner reads. */
final class SecretFile {

  private static final int BYTES = 24;

  private SecretFile() {}

  /**
   * Reads the secret, or makes and keeps one of 192 random bits (32 characters, URL-safe) when
   * there is none.
   */
  static String readOrCreate(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      create(file, random);
    }
    String secret = Files.readString(file).strip();
    if (secret.isEmpty()) {
      throw new IOException("the secret in " + file + " is missing; put back a copy of this file");
    }
    return secret;
  }

  /**
   * Written beside and moved into place, so that nobody ever reads half a secret, not even after a
   * power cut.
   */
  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer content = ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8));
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(file.toAbsolutePath().getParent());
  }
}
