@App("shop")
package com.example.store;

import io.kuaka.migration.App;
