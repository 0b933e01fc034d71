package org.camsweep.export.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file whose bytes depend on its content alone: files are stored, not deflated, because
 * versions of zlib deflate differently, and all have the format's first day as their date.
 */
public final class StoredZip {
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  /** Begins a zip file; the stream stays the caller's. */
  public StoredZip(OutputStream out) {
    this.zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
  }

  public StoredZip add(String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(FIRST_DAY);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    return this;
  }

  /** Ends the file; does not close the stream. */
  public void finish() throws IOException {
    zip.finish();
    zip.flush();
  }
}
