import type { ExampleLooseActor } from "./example-content.ts";

/**
 * Cards the meeting hasn't stuck to a "Hvem er de?" card yet, with three that name an actor
 * somebody else named too.
 */
export const looseCards: readonly ExampleLooseActor[] = [
  {
    // Folds to the same name as "Bydelsmødrene": the board suggests merging the two.
    key: "foreningen-bydelsmodrene",
    name: "Foreningen Bydelsmødrene",
    category: "association",
    author: "SSP",
    answers: { contribution: "Kan fortælle om området til nye familier." },
  },
  {
    // The same place as "Biblioteket", but only people can see that.
    key: "hg-bibliotek",
    name: "Høje Gladsaxe Bibliotek",
    category: "institution",
    author: "Skolen",
    answers: {},
  },
  {
    key: "fodbold",
    name: "Ugens fodboldaften",
    category: "enthusiast",
    author: "Lokalpolitiet",
    answers: {
      activities: "Fodbold i klubben en gang om ugen. Betjente og unge spiller på samme hold.",
      partners: "Fair Play og lokalpolitiet.",
      contribution: "Man lærer hinanden at kende uden uniform.",
    },
  },
  {
    key: "boernehusene",
    name: "Børnehusene",
    category: "institution",
    author: "Bydelsmødrene",
    answers: {
      activities: "Vuggestue og børnehave med åbne eftermiddage.",
      contribution: "Møder forældrene to gange om dagen.",
    },
  },
  {
    key: "butikkerne",
    name: "Butikkerne på torvet",
    category: null,
    author: "Vores HG",
    answers: {
      activities: "Dagligvarer, bager, frisør og grønthandler.",
      contribution: "Fritidsjob, præmier og et øje på torvet. Ejeren af centret har før været med.",
    },
    placement: [0.885, 0.25],
  },
  {
    key: "jobcentret",
    name: "Jobcentret",
    category: "institution",
    author: "Vores HG",
    answers: { activities: "Hjælper unge og voksne til job og uddannelse." },
    placement: [0.745, 0.125],
  },
  {
    key: "busselskabet",
    name: "Busselskabet",
    category: null,
    author: "Ejendomsmestrene",
    answers: {},
    placement: [0.155, 0.235],
  },
  {
    key: "gladsaxe-bladet",
    name: "Gladsaxe Bladet",
    category: "institution",
    author: "Biblioteket",
    answers: { contribution: "Kan bringe gode historier ud til resten af byen." },
    placement: [0.325, 0.215],
  },
  {
    key: "driftsafdelingen",
    name: "Kommunens driftsafdeling",
    category: "institution",
    author: "Boligorganisationerne",
    answers: { activities: "Stier, lamper og skraldespande på kommunens jord." },
    placement: [0.215, 0.125],
  },
  {
    key: "seniorklubben",
    name: "Seniorklubben",
    category: "association",
    author: "Kirken",
    answers: { activities: "Kortspil, foredrag og gåture.", partners: "Kirken og biblioteket." },
  },
  {
    key: "spejderne",
    name: "Spejderne",
    category: "association",
    author: "Skolen",
    answers: {},
  },
  {
    key: "siri",
    name: "SIRI",
    category: "institution",
    author: "SSP",
    answers: {
      activities: "Statens rådgivere om integration. Holder oplæg om negativ social kontrol.",
      partners: "Kommuner, politi og foreninger.",
    },
  },
  {
    // Already merged: the two spellings of the fathers' group are one actor with two authors.
    key: "faedre-gruppen",
    name: "Fædre gruppen",
    category: "enthusiast",
    author: "Skolen",
    answers: { partners: "Idrætsforeningen har lånt dem en bane." },
    mergeInto: "faedregruppen",
  },
];
