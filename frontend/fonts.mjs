// The fonts that we ship, as TTF because paper needs them so: which package, which files.

const weights = (family) => [`400Regular/${family}_400Regular.ttf`, `700Bold/${family}_700Bold.ttf`];

export const FONTS = [
  { name: "atkinson-hyperlegible-next", files: weights("AtkinsonHyperlegibleNext") },
  { name: "noto-sans", files: weights("NotoSans") },
  { name: "noto-sans-bengali", files: weights("NotoSansBengali") },
  { name: "noto-sans-devanagari", files: weights("NotoSansDevanagari") },
  { name: "noto-sans-gujarati", files: weights("NotoSansGujarati") },
  { name: "noto-sans-gurmukhi", files: weights("NotoSansGurmukhi") },
  { name: "noto-sans-symbols-2", files: ["400Regular/NotoSansSymbols2_400Regular.ttf"] },
  { name: "noto-sans-tamil", files: weights("NotoSansTamil") },
  // Its text comes back letter by letter from a PDF; Noto's own Arabic faces lose letters there.
  { name: "vazirmatn", files: weights("Vazirmatn") },
];
