/** The build turns a picture into a data URL. */
declare module '*.svg' {
  const url: string;
  // eslint-disable-next-line no-restricted-syntax -- what the build makes of it
  export default url;
}
