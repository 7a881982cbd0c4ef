import type { Locale } from "@/lib/domain/language/locale";

/**
 * Names of cities in languages other than English, by the name that the network uses. The network's data
 * (domain/cities.json) give a city's name in its own languages. For other languages the names are the exemplar cities
 * of Unicode CLDR 48.2 (cldr-dates-full, timeZoneNames.json, Unicode-3.0), which has twelve of them. No source was
 * found for the other cities, or for Tetum. Yangon is left out where CLDR still calls it Rangoon.
 */
export const cityNames: Record<string, Partial<Record<Locale, string>>> = {
  Bangkok: {
    th: "กรุงเทพมหานคร",
    km: "បាងកក",
    lo: "ບາງກອກ",
    my: "ဘန်ကောက်",
    zh: "曼谷",
    ta: "பாங்காக்",
    pt: "Banguecoque",
  },
  Battambang: {
    km: "បាត់ដំបង",
  },
  "Cebu City": {
    fil: "Dakbayan sa Sugbo",
  },
  "Chiang Mai": {
    th: "เชียงใหม่",
  },
  Chonburi: {
    th: "ชลบุรี",
  },
  "Da Nang": {
    vi: "Đà Nẵng",
  },
  "Davao City": {
    fil: "Dakbayan sa Dabaw",
  },
  Dili: {
    th: "ดิลี",
    km: "ដេលី",
    lo: "ດີລີ",
    my: "ဒစ်လီ",
    zh: "帝力",
    ta: "டிலி",
    pt: "Díli",
  },
  "Ha Noi": {
    vi: "Hà Nội",
  },
  "Ho Chi Minh City": {
    ms: "Ho Chi Minh",
    id: "Ho Chi Minh",
    fil: "Lungsod ng Ho Chi Minh",
    th: "นครโฮจิมินห์",
    vi: "Thành phố Hồ Chí Minh",
    km: "ហូជីមីញ",
    lo: "ໂຮຈິມິນ",
    my: "ဟိုချီမင်းစီးတီး",
    zh: "胡志明市",
    ta: "ஹோ சி மின் சிட்டி",
    pt: "Cidade de Ho Chi Minh",
  },
  Jakarta: {
    th: "จาการ์ตา",
    km: "ហ្សាការតា",
    lo: "ຈາກາຕາ",
    my: "ဂျကာတာ",
    zh: "雅加达",
    ta: "ஜகார்த்தா",
    pt: "Jacarta",
  },
  "Khon Kaen": {
    th: "ขอนแก่น",
  },
  "Kuala Lumpur": {
    th: "กัวลาลัมเปอร์",
    km: "កូឡាឡាំពួរ",
    lo: "ກົວລາລຳເປີ",
    my: "ကွာလာလမ်ပူ",
    zh: "吉隆坡",
    ta: "கோலாலம்பூர்",
  },
  Kuching: {
    th: "กูชิง",
    km: "ឃឺតចីង",
    lo: "ກູຊີງ",
    my: "ကူချင်",
    zh: "古晋",
    ta: "குசிங்",
  },
  "Luang Prabang": {
    lo: "ຫຼວງພະບາງ",
  },
  Makassar: {
    th: "มากัสซาร์",
    km: "ម៉ាកាសសារ",
    lo: "ມາກາສຊາ",
    my: "မခက်စ်ဆာ",
    zh: "望加锡",
    ta: "மக்கஸர்",
    pt: "Macassar",
  },
  Mandalay: {
    my: "မန္တလေး",
  },
  Manila: {
    fil: "Maynila",
    th: "มะนิลา",
    km: "ម៉ានីល",
    lo: "ມານີລາ",
    my: "မနီလာ",
    zh: "马尼拉",
    ta: "மணிலா",
  },
  "Nay Pyi Taw": {
    my: "နေပြည်တော်",
  },
  "Phnom Penh": {
    th: "พนมเปญ",
    km: "ភ្នំពេញ",
    lo: "ພະນົມເປັນ",
    my: "ဖနွမ်ပင်",
    zh: "金边",
    ta: "ஃப்னோம் பென்",
  },
  Phuket: {
    th: "ภูเก็ต",
  },
  Rayong: {
    th: "ระยอง",
  },
  "Siem Reap": {
    km: "សៀមរាប",
  },
  "Sihanoukville City": {
    km: "ព្រះសីហនុ",
  },
  Singapore: {
    ms: "Singapura",
    id: "Singapura",
    th: "สิงคโปร์",
    km: "សិង្ហបូរី",
    lo: "ສິງກະໂປ",
    my: "စင်္ကာပူ",
    zh: "新加坡",
    ta: "சிங்கப்பூர்",
    pt: "Singapura",
  },
  Vientiane: {
    th: "เวียงจันทน์",
    vi: "Viêng Chăn",
    km: "វៀងចន្ទន៍",
    lo: "ວຽງຈັນ",
    my: "ဗီယင်ကျန်း",
    zh: "万象",
    ta: "வியன்டியன்",
  },
  Yangon: {
    th: "ย่างกุ้ง",
    lo: "ຢາງກອນ",
    my: "ရန်ကုန်",
    zh: "仰光",
  },
};
