import ipaddr from "ipaddr.js";

/**
 * Returns the network by which requests of an address are counted: the first 64 bits of IPv6, because one client
 * usually has all addresses in them; the first `ipv4Bits` bits of IPv4, where 32 is the address itself. An IPv4 address
 * written as IPv6 counts as IPv4. A text that is not an address is returned as it is.
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
  // Removes the name of a network interface ("fe80::1%eth0").
  const bare = address.replace(/%.*$/u, "");
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${bare}/64`)}/64`;
}
