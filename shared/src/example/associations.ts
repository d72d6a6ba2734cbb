import type { ExampleGroup } from "./example-content.ts";

export const associations: ExampleGroup = {
  heading: "Foreninger",
  category: "association",
  actors: [
    {
      key: "bydelsmodrene",
      name: "Bydelsmødrene",
      author: "Biblioteket",
      answers: {
        activities: "Besøger mødre, der er meget alene, og viser vej til hjælp.",
        partners: "Sundhedsplejen, biblioteket og Vores HG.",
        contribution: "Taler mange sprog. Kan åbne svære emner som negativ social kontrol.",
      },
      placement: [0.87, 0.665],
    },
    {
      key: "turning-tables",
      name: "Turning Tables Danmark",
      author: "Vores HG",
      answers: {
        activities: "Lærer unge at lave film, foto og musik. Har haft hold her to somre i træk.",
        partners: "Fair Play, Vores HG og SSP.",
        contribution: "Giver unge en stemme, og viser resten af området, hvad de kan.",
      },
      placement: [0.365, 0.73],
    },
    {
      key: "trossamfundene",
      name: "Trossamfundene",
      author: "Dialogrådet",
      answers: {
        activities: "Fester, undervisning og fælles måltider.",
        contribution: "Har kontakt til familier, som vi sjældent møder. Vi skal lære dem bedre at kende.",
      },
      placement: [0.63, 0.235],
    },
    {
      key: "idraetsforeningen",
      name: "Idrætsforeningen",
      author: "Skolen",
      answers: {
        activities: "Fodbold, gymnastik og svømning for børn.",
        partners: "Skolen og kommunen.",
        contribution: "Kan give plads på et hold. Mangler frivillige trænere.",
      },
      placement: [0.77, 0.235],
    },
    {
      key: "afdelingsbestyrelserne",
      name: "Afdelingsbestyrelserne",
      author: "Boligorganisationerne",
      answers: {
        activities: "Holder beboermøder og bestemmer over husorden og små puljer.",
        partners: "Boligorganisationerne og ejendomsmestrene.",
        contribution: "Kan stå med på indbydelser, så flere naboer dukker op.",
      },
    },
  ],
};
