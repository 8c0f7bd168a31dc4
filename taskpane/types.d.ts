declare module '*.xlsx' {
  /** data: URL of the file, inlined by webpack. */
  const url: string;
  export default url;
}

interface Window {
  /** Set by the notice in taskpane.html when this Excel cannot run the pane. */
  juesuanStopped?: boolean;
}
