SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  // A token that is typed in here stays in this page.
  persistAuthorization: false,
  validatorUrl: null,
});
