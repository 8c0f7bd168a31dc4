import type { TextClaim } from './claim';
import type { Measure } from './measure';
import { nameAtEnd, nameIn } from './naming';
import * as say from './phrases';
import { readCount } from './counting';
import { tokensOf, type NumberToken, type YearToken } from './tokens';
import { eventsIn, type Event } from './events';
import { roleOf } from './year-roles';
import { budgetWord, plansNext } from './clauses';
import { overallOf, shortTotals, spentOf, wholeOf } from './by-section';
import { Statements, type BlockRead } from './statements';
import { amountOfGuests } from './vocabulary';

/** Reads one paragraph from left to right. What a number means comes from the words between it and what stands before it. */
export class ParagraphReader extends Statements {
  read(): BlockRead {
    const { block } = this.of;
    if (block.kind === 'paragraph') {
      this.done = this.sentenceStart = block.body;
      this.subject = this.titled() ?? this.subject;
      for (const event of eventsIn(this.text, block.body, this.of.items)) this.take(event);
    } else this.headingYears();
    return { claims: this.claims, years: this.years, byToken: this.byToken };
  }

  /** 2.公务接待费。2021年度决算数…: a title in front of the sentences names what they are about (北京). */
  private titled(): Measure | undefined {
    const found = nameAtEnd(this.of.block.title ?? '', this.names, /^(?:支出)?(?:情况)?$/);
    return found?.start === 0 ? found.measure : undefined;
  }

  private headingYears(): void {
    for (const token of tokensOf(this.text)) if (token.kind === 'year') this.year(token, 'subject');
  }

  private take(event: Event): void {
    this.newSentences(event.at);
    switch (event.kind) {
      case 'year':
        return this.takeYear(event.token);
      case 'item':
        this.subject = event.item.use.measure;
        this.amount = undefined;
        this.done = this.namedAt = Math.max(this.done, event.end);
        this.namedFrom = event.at;
        return;
      case 'blank':
        // What follows a blank is about what the blank is of.
        this.subject = nameAtEnd(this.gapTo(event.at).words.replace(say.budgetEnd, ''), this.names, say.connector)?.measure ?? this.subject;
        this.amount = undefined;
        this.done = event.end;
        return;
      case 'reason':
        this.done = Math.max(this.done, event.end);
        return;
      case 'level':
        return this.level(event.at, event.end);
      case 'relation':
        return this.relation(event.at, event.end, event.relation);
      case 'number':
        this.number(event.token);
        this.done = Math.max(this.done, event.token.end);
    }
  }

  private takeYear(token: YearToken): void {
    const { role, said } = roleOf(token, this.text, this.of.block.body, this.names);
    if (role === 'against') this.against = token.year ?? 'last';
    if (said) {
      const { year } = this.of;
      this.said = token.year ?? (token.relative === 'last' && year !== undefined ? year - 1 : year);
    }
    this.year(token, role);
  }

  private level(at: number, end: number): void {
    const { words, from } = this.gapTo(at);
    const found = nameIn(words, this.names);
    const rest = found ? words.slice(found.end) : words;
    const subject = say.onlyConnects.test(rest.replace(say.compares, '')) ? (found?.measure ?? this.subject) : undefined;
    const matched = new RegExp(say.levelWords.source).exec(this.text.slice(at, end));
    const year = /\d{4}/.exec(matched?.groups?.year ?? '')?.[0];
    if (subject) {
      this.claim('level', subject, from, at, end, {
        against: year ? Number(year) : 'last',
        word: this.span(end - (matched?.groups?.word?.length ?? 2), end),
      });
      this.subject = subject;
    }
    this.done = end;
  }

  private relation(at: number, end: number, relation: 'less' | 'more' | 'equal' | 'none'): void {
    const { words, from } = this.gapTo(at);
    const found = nameIn(words, this.names);
    const subject = found?.measure ?? this.subject;
    if (subject && words.length < 60) {
      const which = this.text.slice(at, end);
      this.claim('relation', subject, from, at, end, { relation, budget: budgetWord(which), word: this.span(at, end) });
    }
    this.done = end;
  }

  private number(token: NumberToken): void {
    const { words, from } = this.gapTo(token.start);
    if (this.of.topic.startsWith('official') && this.of.year !== undefined && plansNext(this.text, token.start, this.of.year)) return;
    if (this.outside && words.startsWith('）')) this.subject = this.amount = this.outside;
    const { planned } = this;
    this.planned = undefined;
    if (token.unit !== '%') {
      const plan = planned && say.besidePlanned.test(words);
      this.besideBudget = token.unit === '元' && (plan || say.besideBudget.test(words));
    }
    if (this.split && say.planCloses.test(words.replace(/（[^（）]*）/g, ''))) {
      this.subject = this.split;
      this.split = undefined;
    }
    const made =
      token.unit === '%'
        ? this.percent(token, words, from, planned)
        : token.unit === '元'
          ? this.money(token, words, from)
          : this.count(token, words, from);
    if (made) this.byToken.set(token.start, made);
    else if (token.unitWord === '') {
      // 支出决算数为1080.02，完成预算…: the number lacks its unit, but what follows is about the same.
      this.subject = nameAtEnd(words, this.names, say.connector)?.measure ?? this.subject;
    } else if (token.unit === '元' && !this.besideBudget && !this.inBrackets(token.start)) {
      this.amount = undefined;
      if (!/^[，、]/.test(words) || words.length > 2) this.subject = undefined;
    }
  }

  /** What stands in brackets is said by the way: the sentence goes on about its subject. */
  private inBrackets(at: number): boolean {
    const before = this.text.slice(this.sentenceStart, at);
    return before.lastIndexOf('（') > before.lastIndexOf('）');
  }

  private percent(token: NumberToken, words: string, from: number, planned: Measure | undefined): TextClaim | undefined {
    const { start, end } = token;
    // 完成全年预算30万元的83.33% (广东)
    if (planned && words === '的') return this.claim('completion', planned, from, start, end, this.valued(token, undefined, undefined));
    const completed = say.completionEnd.exec(words)?.groups;
    if (completed) {
      const subject = this.subjectBefore(words, /(?:完成|为|占|达|预算)[^，]*$/) ?? this.subject;
      return (
        subject &&
        this.claim('completion', subject, from, start, end, {
          ...this.valued(token, completed.near, completed.under),
          budget: budgetWord(completed.which),
        })
      );
    }
    const shared = say.shareEnd.exec(words)?.groups;
    if (shared) {
      const base =
        shared.of === undefined
          ? ((['total', 'income', 'spending'].includes(this.of.topic) ? overallOf(this.amount) : undefined) ?? wholeOf[this.of.topic])
          : nameAtEnd(shared.of, this.names, /^(?:总额|合计|总计|总支出)?$/)?.measure;
      const part = this.amount ?? (/^，?占/.test(words) ? undefined : this.subjectBefore(words, /占[^，]*$/));
      return base && part && part.id !== base.id
        ? this.claim('share', part, from, start, end, { ...this.valued(token, shared.near, shared.under), base })
        : undefined;
    }
    const rated = say.rateEnd.exec(words);
    if (rated?.groups && this.besideBudget) return undefined;
    if (rated?.groups) {
      const subject = this.changed(words, rated[0].length);
      return (
        subject &&
        this.claim('rate', subject, from, start, end, {
          ...this.signed(rated, from, words),
          ...this.valued(token, rated.groups.near, rated.groups.under),
        })
      );
    }
    const base = wholeOf[this.of.topic];
    if (words === '，' && this.amount && base && ['income', 'spending', 'budget.structure', 'official.parts'].includes(this.of.topic)) {
      return this.claim('share', this.amount, from, start, end, { ...this.valued(token, undefined, undefined), base, lacks: '占' });
    }
    return undefined;
  }

  /** Name in front of the words of a ratio, if nothing but a connection stands between. */
  private subjectBefore(words: string, tail: RegExp): Measure | undefined {
    return nameAtEnd(words.replace(tail, '').replace(/，$/, ''), this.names, say.connector)?.measure;
  }

  /** What a change is of: the name in the clause, or what the clause before was about. */
  private changed(words: string, tail: number): Measure | undefined {
    const head = words
      .slice(0, words.length - tail)
      .replace(say.levelToBudget, '')
      .replace(say.compares, '');
    const found = nameIn(head, this.names);
    const rest = found ? head.slice(found.end) : head;
    if (!say.onlyConnects.test(rest)) return undefined;
    const total = this.shortTotal(head);
    if (total) return total;
    // 财政拨款支出增加… goes on with no income.
    return found ? found.measure : /支出/.test(rest) && /收入$/.test(this.subject?.name ?? '') ? undefined : this.subject;
  }

  /** 财政拨款收入总计…。与上年相比，财政拨款收入增加…: the total that was stated, where no other amount was (河南). */
  private shortTotal(head: string): Measure | undefined {
    const word = /(?:^|，|财政拨款)(收入|支出)$/.exec(head)?.[1] as '收入' | '支出' | undefined;
    const of = word && shortTotals[this.of.topic]?.[word];
    if (!of) return undefined;
    const stated = (measure: Measure): boolean => this.claims.some(({ kind, measure: { id } }) => kind === 'amount' && id === measure.id);
    const [total, own] = of;
    return stated(total) && !stated(own) ? total : undefined;
  }

  private money(token: NumberToken, words: string, from: number): TextClaim | undefined {
    const { start, end } = token;
    if (this.besideBudget) return undefined;
    const changed = say.changeEnd.exec(words);
    if (changed?.groups) {
      const subject = this.changed(words, changed[0].length);
      if (!subject) return undefined;
      this.subject = subject;
      return this.claim('change', subject, from, start, end, {
        ...this.signed(changed, from, words),
        ...this.valued(token, changed.groups.near, changed.groups.under),
      });
    }
    const planned = say.budgetEnd.exec(words) ?? say.budgetBare.exec(words) ?? this.namedBudget(words);
    if (planned?.groups) {
      const head = words
        .slice(0, words.length - planned[0].length)
        .replace(/完成$/, '')
        .replace(say.ownYear, '')
        .replace(/(?:与|比|较)$/, '');
      const subject = nameAtEnd(head, this.names, say.connector)?.measure ?? (say.onlyConnects.test(head) ? this.subject : undefined);
      if (!subject) return undefined;
      this.subject = this.planned = subject;
      if (say.planOpens.test(this.text.slice(end))) this.split = subject;
      return this.claim('budget', subject, from, start, end, {
        ...this.valued(token, planned.groups.near, planned.groups.under),
        budget: budgetWord(planned.groups.which),
      });
    }
    const price = words === '、金额' || words === '，金额' ? this.counting.price : undefined;
    const guests = /共计支出$|支出共计$/.test(words) && this.counting.persons ? amountOfGuests[this.counting.persons.id] : undefined;
    const found = price || guests ? undefined : nameAtEnd(words, this.names, say.connector);
    const spent = /支出/.test(words) && /收入$|结转和结余$/.test(this.subject?.name ?? '') ? spentOf[this.of.topic] : undefined;
    const goesOn = say.goesOn.test(words) || say.goesOn.test(words.replace(/^）?(，?)(?:(?:19|20)\d\d年度?)?/, '$1'));
    const measure =
      price ??
      guests ??
      found?.measure ??
      (spent && goesOn ? spent : undefined) ??
      (goesOn && (words.length > 1 || from === this.namedAt) ? this.subject : undefined);
    if (!measure) return undefined;
    if (this.split) {
      this.subject = this.planned = measure;
      this.amount = undefined;
      return this.claim('budget', measure, found ? from + found.start : from, start, end, this.valued(token, undefined, undefined));
    }
    this.outside = this.inBrackets(start) ? (this.outside ?? this.amount) : undefined;
    this.subject = this.amount = measure;
    const [, near, under] = /(约|近)?(不足)?$/.exec(words)!;
    return this.claim('amount', measure, found ? from + found.start : from, start, end, this.valued(token, near, under));
  }

  private namedBudget(words: string): RegExpExecArray | null {
    const found = say.budgetNamed.exec(words);
    return found && nameAtEnd(words.slice(0, words.length - found[0].length), this.names, say.connector) ? found : null;
  }

  private count(token: NumberToken, words: string, from: number): TextClaim | undefined {
    const made = readCount(token, words, this.text, this.of.topic, this.counting, this.subject);
    if (!made) return undefined;
    this.counting = made.context;
    this.subject = made.measure.unit === 'count' ? this.subject : made.measure;
    return this.claim('count', made.measure, from, token.start, token.end, this.valued(token, undefined, undefined));
  }
}
