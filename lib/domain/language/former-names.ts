/**
 * Former names, short names and frequent spellings of cities (by slug) and countries (by code), so that an address with
 * such a name redirects to the place. Names in the network's data, in CLDR and in lib/domain/language/city-names.ts are
 * not repeated here.
 */
export const namesOfCities: Record<string, readonly string[]> = {
  "bandar-seri-begawan": ["bsb", "brunei town"],
  bangkok: ["krung thep", "krungthep", "krung thep maha nakhon", "bma"],
  battambang: ["batdambang"],
  "cauayan-city": ["cauayan"],
  "cebu-city": ["cebu"],
  "chiang-mai": ["chiengmai"],
  chonburi: ["chon buri", "cholburi"],
  "da-nang": ["tourane"],
  "davao-city": ["davao"],
  "ho-chi-minh-city": ["ho chi minh", "hcmc", "hcm city", "tp hcm", "saigon", "sai gon"],
  jakarta: ["dki jakarta", "djakarta", "batavia"],
  "johor-bahru": ["johor baru", "johore bahru", "jb"],
  "kota-kinabalu": ["kk", "jesselton"],
  "kuala-lumpur": ["kl"],
  "luang-prabang": ["luang phabang", "louangphabang", "luang phrabang"],
  makassar: ["macassar", "ujung pandang"],
  manila: ["city of manila"],
  "nay-pyi-taw": ["naypyidaw", "naypyitaw", "nay pyi daw"],
  "phnom-penh": ["pnom penh", "phnum penh"],
  "siem-reap": ["siemreab", "siem reab"],
  sihanoukville: ["preah sihanouk", "kampong som", "krong preah sihanouk"],
  vientiane: ["viangchan", "viengchan"],
  yangon: ["rangoon"],
};

export const namesOfCountries: Record<string, readonly string[]> = {
  BN: ["brunei", "negara brunei darussalam"],
  KH: ["kampuchea", "kingdom of cambodia"],
  ID: ["republic of indonesia"],
  LA: ["laos", "lao", "lao pdr", "lao peoples democratic republic"],
  MM: ["burma", "myanmar", "republic of the union of myanmar"],
  MY: ["federation of malaysia"],
  PH: ["the philippines", "republic of the philippines", "pilipinas"],
  SG: ["republic of singapore"],
  TH: ["siam", "kingdom of thailand"],
  TL: ["east timor", "timor", "timor leste", "timor lorosae"],
  VN: ["viet nam", "vietnam", "socialist republic of viet nam"],
};
