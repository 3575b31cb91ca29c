package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Pack;
import io.beep.app.standalone.backup.Manifest.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Puts objects into packs, so that a million of them are not a million entries. */
final class ObjectPacks {

  private static final int OBJECTS_IN_PACK = 10_000;
  private static final long BYTES_IN_PACK = 1L << 30;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Bucket bucket;
  private final ArchiveWriter archive;

  ObjectPacks(Bucket bucket, ArchiveWriter archive) {
    this.bucket = bucket;
    this.archive = archive;
  }

  List<Pack> write() throws IOException, SQLException {
    List<Pack> packs = new ArrayList<>();
    Iterator<String> keys = bucket.keys();
    while (keys.hasNext()) {
      String name = String.format(Locale.ROOT, "objects/%05d", packs.size() + 1);
      List<StoredObject> objects = new ArrayList<>();
      archive.writeBytes(name + ".pack", out -> fill(keys, objects, out));
      archive.writeText(name + ".jsonl", out -> list(objects, out));
      packs.add(new Pack(name + ".jsonl", name + ".pack", objects.size()));
    }
    return packs;
  }

  private void fill(Iterator<String> keys, List<StoredObject> objects, OutputStream out)
      throws IOException {
    long bytes = 0;
    while (keys.hasNext() && objects.size() < OBJECTS_IN_PACK && bytes < BYTES_IN_PACK) {
      String key = keys.next();
      if (bucket.read(
          key,
          (size, contentType, content) ->
              objects.add(copy(key, size, contentType, content, out)))) {
        bytes += objects.getLast().size();
      }
    }
  }

  private static StoredObject copy(
      String key, long size, String contentType, InputStream content, OutputStream out)
      throws IOException {
    MessageDigest digest = Checksum.begin();
    long copied = new DigestInputStream(content, digest).transferTo(out);
    if (copied != size) {
      throw new BackupException("The object " + key + " was cut off; start the backup again.");
    }
    return new StoredObject(key, size, Checksum.end(digest), contentType);
  }

  private static void list(List<StoredObject> objects, OutputStream out) throws IOException {
    for (StoredObject object : objects) {
      out.write((JSON.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
