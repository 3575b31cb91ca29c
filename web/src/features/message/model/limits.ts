/** The most characters that a message may have, as the server counts them (UTF-16 units). */
export const MOST_CHARACTERS = 4_000;
/** From here on the composer counts down. */
export const COUNTDOWN_FROM = 300;
/** Messages of one author closer together than this stand under one head. */
export const GROUP_WITHIN_MS = 5 * 60_000;
/** How long "is typing" holds after the last signal, and how often one is sent. */
export const TYPING_LASTS_MS = 6_000;
export const TYPING_EVERY_MS = 4_000;
/** How long a deleted message can be brought back. */
export const UNDO_MS = 5_000;
