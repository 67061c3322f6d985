/** Version of the RESTlets, as their answers tell it: the `projectversion` of manifest.xml, which a test compares. */
export const restletVersion = '1.0.0';
