/** When a page was written and in which zone its reader wants times told. */
export interface PageTime {
  readonly now: Date;
  readonly zone: string;
}
