package io.beep.loadtest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How fast the machine is right now: what all its cores hash together. */
final class MachineSpeed {

  private static final long NANOS = 1_500_000_000;
  private static final int BLOCK = 1 << 20;

  private MachineSpeed() {}

  /** Megabytes a second of SHA-256, over all cores. */
  static double measure() {
    int cores = Runtime.getRuntime().availableProcessors();
    long began = System.nanoTime();
    long megabytes = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      List<Future<Long>> hashed = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        hashed.add(threads.submit(() -> hash(began)));
      }
      for (Future<Long> one : hashed) {
        megabytes += one.get();
      }
    } catch (ExecutionException e) {
      throw new BenchException("the machine cannot be measured", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
    return megabytes / ((System.nanoTime() - began) / 1e9);
  }

  private static long hash(long began) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] block = new byte[BLOCK];
    long blocks = 0;
    while (System.nanoTime() - began < NANOS) {
      digest.update(block);
      blocks++;
    }
    return blocks;
  }
}
