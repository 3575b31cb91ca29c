/** A text without what people leave out when they look for it: accents and capital letters. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
