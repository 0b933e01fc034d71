package org.camsweep.probe.spi;

import java.util.Base64;

/** A certificate made for the tests: RSA 1024, self-signed by an invented maker. */
public final class Certificates {
  private static final String ACME =
      ""
          + "MIICpTCCAg6gAwIBAgIUJGWeKBI/6JZvVJLBakoCSO43HqwwDQYJKoZIhvcNAQELBQAwVjELMAkG"
          + "A1UEBhMCU0UxHTAbBgNVBAoMFEFjbWUgT3B0aWNzIENvLixMdGQuMQwwCgYDVQQLDANDYW0xGjAY"
          + "BgNVBAMMEWFjbWUtMDIwMGFhYmJjY2RkMB4XDTI2MTEyNTIxNTQ1NVoXDTM2MTEyMjIxNTQ1NVow"
          + "VjELMAkGA1UEBhMCU0UxHTAbBgNVBAoMFEFjbWUgT3B0aWNzIENvLixMdGQuMQwwCgYDVQQLDAND"
          + "YW0xGjAYBgNVBAMMEWFjbWUtMDIwMGFhYmJjY2RkMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKB"
          + "gQCoXYEYKIFVaQXhsOBsK2qx3RpTU2Osa9MEFVSt1NzlE9M0x3IA/K5FK5U6hchdcRUdSuEwVuoo"
          + "YuNTEFoMQskITxvmy/L+TWSIG5YevYCzT7utNsLHr2UKGwyHaSU+kga/IPVE8cWoJKCJBjmrY8k/"
          + "T4V5TThp7hLsMrY6l+RsnQIDAQABo3AwbjAdBgNVHQ4EFgQUf7NBbqraX2JGeShIvCVU4S1ptHkw"
          + "HwYDVR0jBBgwFoAUf7NBbqraX2JGeShIvCVU4S1ptHkwDwYDVR0TAQH/BAUwAwEB/zAbBgNVHREE"
          + "FDASggphY21lLmxvY2FshwQKFB4oMA0GCSqGSIb3DQEBCwUAA4GBAE7FH4q394vBrPyaLUmxXAdS"
          + "hxLawH7mepTd9F8fkyknr3XezLtN7gl8+Czqjbti+h5dh1ybHUFPG6V7BK6YmTxk4UTJj8FtUISk"
          + "/MVPlAnVmnfgvnW3W9NbOPV9McxHqbsZAlSBwwIWtQowEwn0niFHmqUyfEyc2c86MYpj8nL8";

  private Certificates() {}

  public static byte[] acme() {
    return Base64.getDecoder().decode(ACME);
  }
}
