package io.beep.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Acknowledges what was written only when it is on disk, which the store over files leaves to the
 * kernel.
 */
final class DurableBlobStore extends ForwardingBlobStore {

  private final Path root;

  /**
   * @param root where the delegate keeps buckets as directories and objects as files named after
   *     their keys
   */
  DurableBlobStore(BlobStore delegate, Path root) {
    super(delegate);
    this.root = root;
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    CreateBucketResponse response = super.createContainer(request);
    sync(root.resolve(request.bucket()));
    return response;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    PutObjectResponse response = super.putBlob(request, content);
    sync(object(request.bucket(), request.key()));
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = super.copyBlob(request);
    sync(object(request.destinationBucket(), request.destinationKey()));
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    sync(object(upload.containerName(), upload.blobName()));
    return response;
  }

  private Path object(String bucket, String key) {
    return root.resolve(bucket).resolve(key);
  }

  /** The file first, then the directories that lead to it. */
  private void sync(Path path) {
    try {
      for (Path step = path; step != null && step.startsWith(root); step = step.getParent()) {
        force(step);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " may not be on disk", e);
    }
  }

  private static void force(Path path) throws IOException {
    if (!Files.exists(path)) {
      return; // deleted meanwhile by another request
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
