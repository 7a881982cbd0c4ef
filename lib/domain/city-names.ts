import type { Locale } from "@/lib/domain/locale";

/**
 * What cities are called in languages that are not their own, by the name that the network uses: the exemplar cities of
 * Unicode CLDR 48.2 (cldr-dates-full, timeZoneNames.json, Unicode-3.0). CLDR has twelve of the network's cities; no
 * source was found for the others, and for Tetum. Yangon is left out where CLDR still calls it Rangoon.
 */
export const cityNames: Record<string, Partial<Record<Locale, string>>> = {
  Bangkok: {
    km: "បាងកក",
    lo: "ບາງກອກ",
    my: "ဘန်ကောက်",
    zh: "曼谷",
    ta: "பாங்காக்",
    pt: "Banguecoque",
  },
  Dili: {
    th: "ดิลี",
    km: "ដេលី",
    lo: "ດີລີ",
    my: "ဒစ်လီ",
    zh: "帝力",
    ta: "டிலி",
  },
  "Ho Chi Minh City": {
    ms: "Ho Chi Minh",
    id: "Ho Chi Minh",
    fil: "Lungsod ng Ho Chi Minh",
    th: "นครโฮจิมินห์",
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
  Makassar: {
    th: "มากัสซาร์",
    km: "ម៉ាកាសសារ",
    lo: "ມາກາສຊາ",
    my: "မခက်စ်ဆာ",
    zh: "望加锡",
    ta: "மக்கஸர்",
    pt: "Macassar",
  },
  Manila: {
    th: "มะนิลา",
    km: "ម៉ានីល",
    lo: "ມານີລາ",
    my: "မနီလာ",
    zh: "马尼拉",
    ta: "மணிலா",
  },
  "Phnom Penh": {
    th: "พนมเปญ",
    lo: "ພະນົມເປັນ",
    my: "ဖနွမ်ပင်",
    zh: "金边",
    ta: "ஃப்னோம் பென்",
  },
  Singapore: {
    id: "Singapura",
    th: "สิงคโปร์",
    km: "សិង្ហបូរី",
    lo: "ສິງກະໂປ",
    my: "စင်္ကာပူ",
    pt: "Singapura",
  },
  Vientiane: {
    th: "เวียงจันทน์",
    vi: "Viêng Chăn",
    km: "វៀងចន្ទន៍",
    my: "ဗီယင်ကျန်း",
    zh: "万象",
    ta: "வியன்டியன்",
  },
  Yangon: {
    th: "ย่างกุ้ง",
    lo: "ຢາງກອນ",
    zh: "仰光",
  },
};
