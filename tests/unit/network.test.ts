import { expect, test } from "vitest";
import { networkOf } from "@/lib/domain/values/network.mjs";

const networks = {
  "192.0.2.77": "192.0.2.0/24",
  "::ffff:192.0.2.77": "192.0.2.0/24",
  "::ffff:c000:24d": "192.0.2.0/24",
  "2001:db8:1:2::1": "2001:db8:1:2::/64",
  "2001:db8:1:2:aaaa:bbbb:cccc:dddd": "2001:db8:1:2::/64",
  "2001:DB8::1": "2001:db8::/64",
  "2001:db8::1:0:0:1": "2001:db8::/64",
  "fe80::1%eth0": "fe80::/64",
  unknown: "unknown",
  "": "",
};

test.each(Object.entries(networks))("%s is counted with %s", (address, network) => {
  expect(networkOf(address, { ipv4Bits: 24 })).toBe(network);
});

test("an address of IPv4 can be counted by itself", () => {
  expect(networkOf("192.0.2.77", { ipv4Bits: 32 })).toBe("192.0.2.77/32");
});
