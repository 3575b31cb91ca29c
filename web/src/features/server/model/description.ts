/** The longest that a server's description may be, in characters. A browser counts some of them twice, so it never lets too many in. */
export const DESCRIPTION_MOST = 500;
