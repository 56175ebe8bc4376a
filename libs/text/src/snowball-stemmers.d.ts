declare module 'snowball-stemmers' {
  const stemmers: { readonly newStemmer: (language: 'english' | 'french') => { readonly stem: (word: string) => string } };
  export = stemmers;
}
