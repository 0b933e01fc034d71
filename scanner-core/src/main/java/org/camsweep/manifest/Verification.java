package org.camsweep.manifest;

import java.util.List;

/**
 * What a check of a result folder came to.
 *
 * @param faults what is not as it was sealed, a line each; empty if all is
 * @param remarks what the check does not prove, a line each
 * @param files how many files were found as they were sealed
 */
public record Verification(List<String> faults, List<String> remarks, int files) {
  public Verification {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  public boolean holds() {
    return faults.isEmpty();
  }
}
