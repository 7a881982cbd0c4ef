import ipaddr from "ipaddr.js";

/**
 * The network that an address is counted with: of IPv6 its first 64 bits, because whoever has one address has all of
 * those; of IPv4 as many as asked for, 32 being the address alone. An IPv4 address written as IPv6 is the IPv4 one.
 * What is no address stands for itself.
 *
 * @param {string} address
 * @param {{ ipv4Bits: number }} of
 * @returns {string} "192.0.2.0/24", "2001:db8:0:1::/64"
 */
export function networkOf(address, { ipv4Bits }) {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (read.kind() === "ipv4")
    return `${ipaddr.IPv4.networkAddressFromCIDR(`${read}/${ipv4Bits}`)}/${ipv4Bits}`;
  // Without the name of a network card ("fe80::1%eth0").
  const bare = address.replace(/%.*$/u, "");
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${bare}/64`)}/64`;
}
