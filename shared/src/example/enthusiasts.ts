import type { ExampleGroup } from "./example-content.ts";

export const enthusiasts: ExampleGroup = {
  heading: "Lokale ildsjæle",
  category: "enthusiast",
  actors: [
    {
      key: "faedregruppen",
      name: "Fædregruppen",
      author: "Fair Play",
      answers: {
        activities: "Mødes over mad og taler om at være far. Tager børnene med på ture.",
        partners: "Fair Play, skolen og Vores HG.",
        contribution: "Voksne, som de unge kender og ser op til. Vil gerne være mere synlige.",
      },
      placement: [0.74, 0.66],
    },
    {
      key: "dialograadet",
      name: "Dialogrådet",
      author: "SSP",
      answers: {
        activities: "En kreds af beboere i alle aldre, der mødes omkring tre gange om året og spiser sammen.",
        partners: "SSP, Vores HG og kommunen.",
        contribution: "Siger ærligt, hvad der rører sig, og prøver vores ideer af, før vi går i gang.",
      },
      placement: [0.61, 0.63],
    },
    {
      key: "unge-filmskabere",
      name: "De unge filmskabere",
      author: "Turning Tables",
      answers: {
        activities: "Har lavet film og en fotoudstilling på torvet.",
        partners: "Turning Tables, Fair Play og biblioteket.",
        contribution: "Kan vise området fra en ny side. Tager gerne billeder til arrangementer.",
      },
      placement: [0.215, 0.855],
    },
    {
      key: "opgangskaffen",
      name: "Opgangskaffen",
      author: "Afdelingsbestyrelserne",
      answers: {
        activities: "Naboer drikker kaffe sammen og hilser på dem, der er flyttet ind.",
        contribution: "Gør det lettere at sige hej, og lettere at hjælpe hinanden.",
      },
      placement: [0.14, 0.745],
    },
    {
      key: "beboerbladet",
      name: "Beboerbladet",
      author: "Afdelingsbestyrelserne",
      answers: {
        activities: "Skriver om stort og småt og lægger bladet i alle postkasser.",
        partners: "Afdelingsbestyrelserne og biblioteket.",
        contribution: "Kan fortælle, hvad der kom ud af møderne.",
      },
      placement: [0.25, 0.655],
    },
  ],
};
