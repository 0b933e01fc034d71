package org.camsweep.lab;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the lab. The first who asks starts it; it ends with the last test of the run. */
final class LabExtension implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace LAB =
      ExtensionContext.Namespace.create(LabExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Requirements.check(Lab.peers());
    lab(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lab.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return lab(context);
  }

  private static Lab lab(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(LAB)
        .getOrComputeIfAbsent(Lab.class, type -> Lab.open(), Lab.class);
  }
}
