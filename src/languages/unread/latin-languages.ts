/** How a language that is not read shows in a question of Latin letters; words in lower case, phrases of two words too. */
export interface LatinLanguage {
  /** ISO 639. */
  readonly code: string;
  /** Words that ask and are no word of another use: one is enough. */
  readonly asks: readonly string[];
  /** Words that ask and may be a name, an abbreviation or an English word: another one must stand beside them. */
  readonly mayAsk: readonly string[];
  /** Words that build sentences; none that English has as well. */
  readonly builds: readonly string[];
}

const words = (text: string): string[] => text.split(/[\n,]+/u).flatMap((word) => word.trim() || []);

/** French, Spanish, and the others that people write most. */
export const latinLanguages: readonly LatinLanguage[] = [
  {
    code: "fr",
    asks: words(
      "a t il, a t elle, de quoi, à quoi, à quelle, à qui, pourquoi, combien, quel, quelle, quels, quelles, où est, où se, où sont, quand, qu est, est ce que, qui est, qui sont, qui a, c est quoi, peux tu, pouvez vous, peut on, puis je, parlez vous, comment puis, comment faire, comment peut, comment fait",
    ),
    mayAsk: words("où, qui, que, quoi, comment, lequel, laquelle, qu, est ce"),
    builds: words(
      "le, la, les, un, une, des, du, de, d, l, et, est, sont, dans, pour, avec, sur, par, pas, ne, je, tu, il, elle, nous, vous, ils, elles, ce, cette, ces, ça, c, au, aux, se, s, ont, être, été, peut, mon, ma, mes, votre, vos, leur, leurs, donc, mais, plus, très, aussi, quelqu, fait, sans, entre, avez, suis, m, était, depuis",
    ),
  },
  {
    code: "es",
    asks: words(
      "de qué, a qué, para qué, me puedes, me puede, qué, quién, quien es, quienes, quiénes, cuánto, cuanto cuesta, cuánta, cuántos, cuantos, cuántas, cuantas, cuándo, cuando se, cuando es, cuando abre, dónde, donde está, donde esta, donde se, cómo, como puedo, como se, cuál, cual es, cuáles, cuales son, por qué, que es, que son, hablas, puedes, podrías, para qué, por que",
    ),
    mayAsk: words("que, quien, cuanto, cuando, donde, como, cual, cuales, porque, hay"),
    builds: words(
      "el, la, los, las, un, una, unos, unas, de, del, al, y, es, son, está, esta, están, en, por, para, con, sin, se, su, sus, lo, le, les, mi, tu, nos, ha, han, fue, ser, estar, hay, muy, más, pero, este, esto, ese, eso, puedo, puede, tiene, tienen, sobre, hasta, desde, entre, también, cuesta, abre, español, quiero, necesito",
    ),
  },
  {
    code: "de",
    asks: words(
      "worum, wovon, worüber, wozu, was passiert, was macht, wer kann, warum, wieso, weshalb, wann, woher, wohin, wieviel, wie viel, wie viele, welche, welcher, welches, welchen, wessen, was ist, was sind, was kostet, wer ist, wer hat, wer war, wo ist, wo kann, wie kann, wie ist, wie lange, wie heißt, gibt es, kannst du, können sie, kann ich, sprichst du, darf ich, muss ich",
    ),
    mayAsk: words("was, wer, wem, wen, wo, wie, woran, wofür, womit"),
    builds: words(
      "der, die, das, den, dem, des, ein, eine, einen, einem, einer, und, oder, ist, sind, sein, hat, haben, wird, werden, wurde, wurden, nicht, kein, keine, auf, mit, von, vom, für, zu, zum, zur, im, ins, am, bei, nach, über, unter, durch, ich, du, er, sie, wir, ihr, es, mich, dir, sich, auch, noch, nur, aber, wenn, als, dass, diese, dieser, dieses, kann, können, muss, darf, soll, kostet, deutsch, gibt, viele, mehr, aus, um, seit",
    ),
  },
  {
    code: "pt",
    asks: words(
      "do que, de que, há, existe, a que horas, quem é, quem foi, quem são, quem, quantos, quantas, por que, porquê, onde fica, onde está, onde é, o que, qual é, quais são, como posso, como faço, quanto custa, quando é, quando abre, você, vocês, posso, pode me, fala português",
    ),
    mayAsk: words("que, onde, qual, quais, quando, quanto, como, porque"),
    builds: words(
      "o, a, os, um, uma, de, da, das, dos, é, são, está, em, na, nos, nas, pelo, pela, para, com, sem, se, seu, sua, não, foi, ser, mais, mas, ao, à, eu, ele, ela, eles, isso, este, esta, tem, comprou, abre, custa, muito, também, até, sobre, faz",
    ),
  },
  {
    code: "it",
    asks: words(
      "di cosa, di che, a che ora, c è, ci sono, a chi, perché, perche, quanti, quante, quanto costa, chi è, chi ha, chi sono, cos è, che cos, che cosa, cosa è, cosa sono, dov è, dove si, dove sono, quando si, quando è, quando apre, qual è, quali sono, come posso, come si, puoi, potete, posso, si può",
    ),
    mayAsk: words("chi, cosa, dove, quale, quali, quando, quanto, come, che, qual"),
    builds: words(
      "il, lo, la, gli, le, un, una, uno, di, del, della, dello, dei, delle, degli, da, dal, dalla, al, alla, nel, nella, è, sono, e, con, per, su, sul, sulla, si, non, ha, hanno, mi, ti, ci, anche, più, ma, questo, questa, essere, stato, può, trova, cos, l, d, costa, apre, molto",
    ),
  },
  {
    code: "nl",
    asks: words(
      "waarover, hoe laat, hoe oud, is er, zijn er, wat doet, waar gaat, hoeveel, waarom, wanneer, welke, hoe lang, hoe kan, hoe werkt, waar is, waar kan, waar zijn, wie is, wie zijn, wie heeft, wat kost, wat zijn, kan ik, kun je, kunt u, mag ik, moet ik, spreek je",
    ),
    mayAsk: words("wie, wat, waar, hoe, welk, waarvoor"),
    builds: words(
      "de, het, een, en, van, voor, met, op, aan, bij, naar, uit, om, niet, geen, ik, je, jij, hij, zij, wij, jullie, zijn, heeft, hebben, wordt, worden, werd, werden, dat, dit, deze, die, ook, nog, maar, dan, als, er, te, zich, kan, kunnen, moet, mogen, gaat, kost, over, onder, tussen, gekocht, veel",
    ),
  },
  {
    code: "tr",
    asks: words(
      "kaçta, kaçı, hakkında, miyim, mıyım, muyum, misiniz, mısınız, musunuz, miyiz, mıyız, musun, kime, nelerdir, mıdır, olabilir mi, nedir, kimdir, nasıl, nasil, nerede, nerededir, niçin, hangi, ne zaman, ne kadar, kaç, kac, neden, niye, kimin, kimler, var mı, var mi, mıdır, midir, mısın, misin, olur mu, nereden, nereye",
    ),
    mayAsk: words("kimi, ne, kim, mı, mi, mu, mü"),
    builds: words(
      "ve, bir, bu, şu, için, ile, değil, çok, olan, olarak, daha, en, gibi, da, de, var, yok, ben, sen, biz, siz, onlar, ama, veya, göre, sonra, önce, kadar, her, olur, ediyor, oldu, dır, dir, yapabilirim, alabilirim",
    ),
  },
  {
    code: "id",
    asks: words(
      "jam berapa, tentang apa, seberapa, adakah, siapa, siapakah, bagaimana, berapa, mengapa, kenapa, kapan, dimana, di mana, apakah, apa itu, apa yang, manakah, ke mana, dari mana, bisakah, bolehkah",
    ),
    mayAsk: words("apa, mana, gimana"),
    builds: words(
      "yang, dan, di, ke, dari, untuk, dengan, pada, adalah, ini, itu, tidak, bisa, akan, saya, kamu, anda, dia, mereka, kami, kita, ada, atau, juga, oleh, sudah, belum, lebih, dalam, tentang, cara, harga, bukan",
    ),
  },
  {
    code: "vi",
    asks: words(
      "ai viết, điều gì, về gì, ra sao, bằng cách nào, là gì, tại sao, ở đâu, khi nào, bao nhiêu, thế nào, là ai, ai là, vì sao, mấy giờ, được không, phải không, có thể, bao lâu, như thế, làm sao, cái gì, gì",
    ),
    mayAsk: words("đâu, nào, sao, mấy"),
    builds: words(
      "viết, bài, nói, mang, đóng, mở, là, của, và, có, không, được, cho, với, trong, những, các, một, này, đó, tôi, bạn, người, để, khi, đã, sẽ, từ, đến, về, ở, ra, vào, nhưng, cũng, thì, mà, bị, phải, giá, nhiêu, mua",
    ),
  },
  {
    code: "pl",
    asks: words(
      "której, którym, których, którego, czego, jakim, komu, o czym, skąd, dokąd, dlaczego, kiedy, gdzie, jaki, jaka, jakie, który, która, które, czy, ile kosztuje, kto to, co to, jak mogę, jak długo, czemu, ilu, kim jest, czym jest, co to jest, kto jest, czy mogę",
    ),
    mayAsk: words("ile, kto, co, jak, kim, czym"),
    builds: words(
      "jest, są, się, nie, na, w, z, do, od, dla, przez, po, przy, oraz, i, że, ale, lub, ten, ta, te, tego, tej, był, była, było, może, można, mogę, mam, mi, mnie, jego, jej, ich, już, tylko, także, kosztuje, kupiła, kupił, otwiera, ma",
    ),
  },
  {
    code: "ro",
    asks: words(
      "despre ce, la ce oră, cui, câtă, ce fel, există, când, cât, câți, câte, cât costă, ce este, ce sunt, unde este, unde se, de ce, cum cum se, care este, care sunt, pot să, cine este",
    ),
    mayAsk: words("pot, cine, ce, unde, cum, care, cand, cat"),
    builds: words(
      "este, sunt, și, si, în, la, pe, cu, din, pentru, nu, un, o, al, ai, ale, cel, cea, să, se, a fost, fost, de, mai, eu, tu, el, ea, noi, voi, sau, dar, acest, această, costă, cumpărat",
    ),
  },
  {
    code: "sv",
    asks: words(
      "vems, vart, hur dags, vad handlar, vad gör, finns det, varför, vem, när, vilken, vilket, vilka, hur mycket, hur många, hur länge, hur kan, hur fungerar, vad är, vad kostar, vad betyder, var är, var ligger, var finns, kan jag, kan du, får jag",
    ),
    mayAsk: words("vad, var, hur"),
    builds: words(
      "och, är, att, det, den, ett, en, som, för, på, av, med, till, inte, jag, du, han, hon, vi, ni, de, har, hade, om, eller, men, från, kan, ska, måste, mycket, många, finns, ligger, kostar, öppnar, köpte, min, din, också",
    ),
  },
  {
    code: "da",
    asks: words(
      "hvad, hvem, hvorfor, hvornår, hvordan, hvilken, hvilket, hvilke, hvor meget, hvor mange, hvor er, hvor ligger, hvor, kan jeg, må jeg",
    ),
    mayAsk: [],
    builds: words(
      "og, er, at, det, den, et, en, som, på, af, med, til, ikke, jeg, du, han, hun, vi, de, har, havde, om, eller, men, fra, kan, skal, være, købte, koster, min, din, også",
    ),
  },
  {
    code: "no",
    asks: words("hva, hvem, hvorfor, når, hvordan, hvilken, hvilket, hvilke, hvor mye, hvor, kan jeg, må jeg"),
    mayAsk: [],
    builds: words(
      "og, er, å, det, den, et, en, som, på, av, med, til, ikke, jeg, du, han, hun, vi, de, har, hadde, om, eller, men, fra, kan, skal, være, kjøpte, koster, min, din, også, verktøy, låne",
    ),
  },
  {
    code: "fi",
    asks: words(
      "saanko, saako, minkä, ketä, mille, pitääkö, mitkä, kenelle, mistä, kuka, mikä, miksi, missä, milloin, kuinka, paljonko, mitä, onko, voiko, voinko, mistä, mihin, kenen, montako, ketkä",
    ),
    mayAsk: words("miten"),
    builds: words(
      "on, ja, ei, se, että, oli, ovat, hän, minä, sinä, tämä, joka, mutta, tai, myös, niin, kun, jos, voi, olla, maksaa",
    ),
  },
  {
    code: "cs",
    asks: words(
      "o čem, čem, čeho, komu, jakou, kterou, jaký, odkud, kam, kdy, v kolik, kolik, kdo je, kdo, kdy, proč, který, která, které, jaký, jaká, jaké, kde je, co je, jak se, jak mohu, mohu, můžu",
    ),
    mayAsk: words("kde, jak, co"),
    builds: words(
      "je, jsou, se, na, v, z, do, pro, při, od, nebo, ale, že, byl, byla, bylo, není, jsem, jste, jak, má, mají, tento, tato, stojí, koupila",
    ),
  },
  {
    code: "hu",
    asks: words(
      "miről, mennyire, mióta, mettől, hova, honnan, szabad, hányadik, mennyi, mennyibe, miért, hogyan, mikor, melyik, hány, hol van, ki az, ki a, mi az, mi a, kicsoda, lehet e, tudok, kinek",
    ),
    mayAsk: words("mit, kit, mire, hol, ki, mi, hogy"),
    builds: words(
      "az, egy, és, van, nem, hogy, vagy, volt, meg, már, csak, még, ez, kerül, ha, vannak, én, te, ő, lehet, könyvtár",
    ),
  },
  {
    code: "ca",
    asks: words("què, per què, qui és, quant costa, quants, quantes, on és, quan, com puc"),
    mayAsk: words("qui, quant"),
    builds: words(
      "el, la, els, les, un, una, de, del, i, és, són, amb, per, però, no, que, aquest, aquesta, costa, va, ha",
    ),
  },
  {
    code: "tl",
    asks: words("magkano, sino, ano ang, bakit, paano, kailan, nasaan, saan ang, ilan, pwede ba, puwede ba"),
    mayAsk: words("ano, saan"),
    builds: words(
      "ang, ng, mga, sa, na, ay, si, ni, ba, ko, mo, ako, ikaw, siya, kami, tayo, hindi, ito, iyon, may, mayroon, para, kung",
    ),
  },
];
