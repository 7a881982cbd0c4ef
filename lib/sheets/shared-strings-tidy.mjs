import { tidyXml } from "./xml-tidy.mjs";

/**
 * Returns the shared texts of a workbook in the form that the library counts rightly, and how many there are. An empty
 * entry or one with attributes would otherwise shift or lose the texts after it.
 */
export function tidySharedStrings(xml) {
  let count = 0;
  const tidied = tidyXml(xml, {
    open: ({ name, isSelfClosing, attributes, start, end, replace }) => {
      if (name !== "si") return;
      count += 1;
      if (isSelfClosing) replace(start, end, "<si><t></t></si>");
      else if (Object.keys(attributes).length > 0) replace(start, end, "<si>");
    },
  });
  return { xml: tidied, count };
}
