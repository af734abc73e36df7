/** Files of text, which the bundler puts into modules. */
declare module '*.txt' {
  const text: string;
  export default text;
}
