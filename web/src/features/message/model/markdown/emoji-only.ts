const emoji = /^(?:(?:\p{Regional_Indicator}{2}|\p{Emoji_Presentation}\p{EMod}?|\p{Extended_Pictographic}\uFE0F?\p{EMod}?)(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)*\s*){1,12}$/u;

/** Whether a message is a few emoji and nothing else; they are shown large then. */
export const isEmojiOnly = (content: string): boolean => content.length <= 96 && emoji.test(content.trim());
