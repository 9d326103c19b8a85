"""Parts of pages that paint or behave in a way of their own."""
