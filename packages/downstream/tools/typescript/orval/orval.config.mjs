export default {
  client: {
    input: process.env.DESCRIPTION,
    output: {
      target: process.env.CLIENT,
      client: "fetch",
      // Put into the client as it stands: the program says at run time where the service is.
      baseUrl: "${process.env.BASE_URL}",
    },
  },
};
