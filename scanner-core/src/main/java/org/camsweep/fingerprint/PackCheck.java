package org.camsweep.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;

/** What an author of a pack wants to know before anybody relies on it. */
public final class PackCheck {
  /** The file of a pack with the texts that no signature may take for a camera's. */
  public static final String ORDINARY = "ordinary-texts.tsv";

  /**
   * What was found.
   *
   * @param pack what could be read
   * @param faults what must be mended, each with file, line and cure
   * @param remarks what a person should look at; not wrong in itself
   */
  public record Result(Pack pack, List<ConfigException> faults, List<ConfigException> remarks) {
    public Result {
      faults = List.copyOf(faults);
      remarks = List.copyOf(remarks);
    }
  }

  private PackCheck() {}

  /**
   * Reads a pack and checks it.
   *
   * @param sayers the names of the probes that can say a field; none if no probe can
   */
  public static Result check(PackFiles files, Function<Field, Set<String>> sayers) {
    Faults faults = new Faults();
    Pack pack = PackReader.read(files, faults);
    List<OrdinaryText> ordinary = new ArrayList<>();
    faults.attempt(() -> ordinary.addAll(ordinary(files)));
    Map<Field, List<OrdinaryText>> byField =
        ordinary.stream().collect(Collectors.groupingBy(OrdinaryText::field));
    for (Signature signature : pack.signatures()) {
      SignatureCheck check = new SignatureCheck(signature, faults);
      check.source();
      check.cost();
      check.cases();
      check.examples();
      check.fields(sayers);
      check.breadth(byField.getOrDefault(signature.field(), List.of()));
    }
    ClaimsCheck claims = new ClaimsCheck(pack, faults);
    claims.sameTwice();
    faults.attempt(pack.registry()::check);
    return new Result(pack, faults.found(), claims.remarks());
  }

  /** The ordinary texts that a pack brings; none if it brings none. */
  public static List<OrdinaryText> ordinary(PackFiles files) throws ConfigException {
    Optional<PackFile> file = files.file(ORDINARY);
    return file.isEmpty()
        ? List.of()
        : OrdinaryText.read(
            file.get().shown(), new String(file.get().content(), StandardCharsets.UTF_8));
  }
}
