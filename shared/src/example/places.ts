import type { ExampleGroup } from "./example-content.ts";

export const places: ExampleGroup = {
  heading: "Steder",
  category: "place",
  actors: [
    {
      key: "torvet",
      name: "Høje Gladsaxe Torv",
      author: "Butikscentret",
      answers: {
        activities: "Indkøb, bænke, loppemarked og udstillinger.",
        partners: "Butikkerne, biblioteket og Vores HG.",
        contribution: "Her kommer alle forbi. Godt sted at spørge beboerne.",
      },
    },
    {
      key: "beboerlokalet",
      name: "Beboerlokalet",
      author: "Afdelingsbestyrelserne",
      answers: {
        activities: "Fester, møder og fællesspisning.",
        partners: "Afdelingsbestyrelserne og Vores HG.",
        contribution: "Plads til mange, og det koster lidt.",
      },
    },
    {
      key: "vaskerierne",
      name: "Vaskerierne",
      author: "Ejendomsmestrene",
      answers: {
        activities: "Folk venter på tøjet og får en snak. De unges fotos hænger på væggene.",
        partners: "Ejendomsmestrene.",
        contribution: "Gode vægge til opslag og billeder.",
      },
      placement: [0.3, 0.33],
    },
    {
      key: "gyngemosen",
      name: "Gyngemosen",
      author: "Skolen",
      answers: { activities: "Gåture, løb, fugle og skoleture." },
    },
    {
      key: "legepladsen",
      name: "Den store legeplads",
      author: "Bydelsmødrene",
      answers: {
        activities: "Leg, madpakker og børnefødselsdage.",
        partners: "Børnehusene og forældrene.",
        contribution: "Forældre lærer hinanden at kende her.",
      },
    },
  ],
};
