/** Members that change nothing a person could want to take back. */
const harmless = /^(_|Get|Activate$|Select$|Calculate$|Suspend|NotifyActionHandlerReady$)/;
/** What empties the list in every version, as Microsoft documents it. */
const always = new Set(['Protect', 'Unprotect', 'Delete Worksheet', 'Copy Worksheet', 'Name Worksheet', 'Position', 'Visibility']);

/**
 * What Ctrl+Z would take back. Before ExcelApi 1.19 whatever an add-in writes – document settings too – empties the list;
 * from then on only a few members do.
 */
export class UndoList {
  private steps: (() => void)[] = [];
  constructor(private readonly survives: boolean) {}

  get length(): number {
    return this.steps.length;
  }
  /** The user has done something. */
  push(back: () => void): void {
    this.steps.push(back);
  }
  /** Ctrl+Z. */
  pop(): void {
    this.steps.pop()?.();
  }
  /** The add-in has called a method or set a property of this name on an object of this type. */
  wrote(type: string, name: string, property: boolean): void {
    if (!property && harmless.test(name)) return;
    if (!this.survives || always.has(name) || always.has(`${name} ${type}`)) this.steps = [];
  }
}
