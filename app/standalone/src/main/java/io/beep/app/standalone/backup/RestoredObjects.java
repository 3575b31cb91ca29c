package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Pack;
import io.beep.app.standalone.backup.Manifest.StoredObject;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import tools.jackson.databind.json.JsonMapper;

/** Stores the objects of a backup again. */
final class RestoredObjects {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Bucket bucket;
  private final BackupFile backup;

  RestoredObjects(Bucket bucket, BackupFile backup) {
    this.bucket = bucket;
    this.backup = backup;
  }

  void store() throws IOException {
    bucket.make();
    for (Pack pack : backup.manifest().packs()) {
      try (BackupFile.Verified list = backup.read(pack.list());
          BackupFile.Verified data = backup.read(pack.data());
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          store(JSON.readValue(line, StoredObject.class), data);
        }
        list.requireWhole();
        data.requireWhole();
      }
    }
  }

  private void store(StoredObject object, InputStream data) throws IOException {
    OneOf one = new OneOf(data, object.size());
    bucket.write(object, one);
    if (one.left > 0 || !Checksum.end(one.digest).equals(object.sha256())) {
      throw new BackupException("The object " + object.key() + " is not as it was written.");
    }
  }

  /** The bytes of one object out of those of many. */
  private static final class OneOf extends FilterInputStream {
    private final MessageDigest digest = Checksum.begin();
    private long left;

    OneOf(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(bytes, offset, (int) Math.min(left, length));
      if (count > 0) {
        left -= count;
        digest.update(bytes, offset, count);
      }
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /** The next object follows. */
    @Override
    public void close() {}
  }
}
