package org.camsweep.report;

/** What every output says of itself, word for word. */
public final class StandingText {
  public static final String TEXT =
      "This is an inventory observation made over the network, and supporting evidence only. It is"
          + " not a determination of law and not legal advice. It does not see contracts, funding,"
          + " purchase dates, suppliers of record, the chips inside a device, or devices that are"
          + " switched off, filtered or out of reach. What is not listed was not shown to be absent,"
          + " and unknown does not mean clear. Which places are sensitive, and which rules apply,"
          + " was stated by the owner.";

  private StandingText() {}
}
